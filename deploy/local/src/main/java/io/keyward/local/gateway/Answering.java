package io.keyward.local.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Sees to it that every request is answered, whatever its handler throws: nobody else would, and its caller would wait for ever. */
final class Answering implements Handler<HttpServerRequest> {
    private static final Logger LOG = System.getLogger(Answering.class.getName());

    private final Handler<HttpServerRequest> handler;

    Answering(Handler<HttpServerRequest> handler) {
        this.handler = handler;
    }

    /** Errors count: one that a class cannot be loaded for, for example, is this request's, and the next may be well. */
    @Override
    public void handle(HttpServerRequest request) {
        try {
            handler.handle(request);
        } catch (Exception | Error failure) {
            LOG.log(Level.ERROR, "a request could not be handled", failure);
            failed(request);
        }
    }

    /** One whose answer has begun cannot get another one. */
    private static void failed(HttpServerRequest request) {
        if (request.response().headWritten()) {
            request.response().reset();
        } else {
            EdgeError.UNEXPECTED.answer(request.response());
        }
    }
}
