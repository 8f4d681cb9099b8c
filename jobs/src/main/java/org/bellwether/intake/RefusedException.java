package org.bellwether.intake;

/** A file that cannot be judged row by row: it is refused whole, and what was live stays live. */
public final class RefusedException extends RuntimeException {

    private final transient Problem problem;

    public RefusedException(Problem problem) {
        super(problem.rule() + " " + problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
