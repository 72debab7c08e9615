-- One database for each service; run once, when the volume is empty.
CREATE DATABASE config;
CREATE DATABASE endpoint;
CREATE DATABASE validation;
