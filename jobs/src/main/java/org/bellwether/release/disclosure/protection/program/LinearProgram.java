package org.bellwether.release.disclosure.protection.program;

/**
 * Variables within bounds, rows that hold them together, and the least cost at which all of it holds.
 * Built once, solved once; the same calls in the same order give the same solution.
 */
public interface LinearProgram {

    enum State { OPTIMAL, INFEASIBLE, UNBOUNDED }

    /**
     * @param values      one a variable, in the order in which they were declared; empty unless optimal
     * @param multipliers one a balance, in the order in which they were declared: how the least cost changes with what it adds to
     */
    record Solution(State state, double[] values, double[] multipliers) {
    }

    /**
     * @param lower may be infinite
     * @param upper may be infinite
     * @return number of the variable, counted from 0
     */
    int variable(double lower, double upper, double cost);

    /** Variables times coefficients, one each, add to 0. None of these rows should follow from others. */
    void balance(int[] variables, double[] coefficients);

    /** Variables times coefficients, one each, add to the bound or less. */
    void atMost(int[] variables, double[] coefficients, double bound);

    /** A solver works with fractions and may err: who builds on a solution tests it. */
    Solution minimise();
}
