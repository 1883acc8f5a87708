package dev.dateline.simulator;

/** A delivery together with the article it was made of. */
record Dispatch(Delivery delivery, Article article) {
    static Dispatch of(Article article, Truth truth) {
        return of(article, Labels.print(article), truth);
    }

    static Dispatch of(Article article, byte[] body, Truth truth) {
        return new Dispatch(Labels.delivery(article, body, truth), article);
    }

    Truth truth() {
        return delivery.truth();
    }
}
