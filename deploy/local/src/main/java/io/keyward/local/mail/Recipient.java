package io.keyward.local.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** Whoever a mail is for. Instead of a mailbox, which would grow without end, there is one list for all; nobody logs in. */
record Recipient(String address, Mails mails) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        mails.add(Mail.of(message, address));
    }

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        throw noMailbox();
    }

    @Override
    public void authenticate(String password) {
        throw noMailbox();
    }

    @Override
    public String getQualifiedMailboxName() {
        throw noMailbox();
    }

    @Override
    public void create() {
        throw noMailbox();
    }

    @Override
    public void delete() {
        throw noMailbox();
    }

    private UnsupportedOperationException noMailbox() {
        return new UnsupportedOperationException(address + " has no mailbox here");
    }
}
