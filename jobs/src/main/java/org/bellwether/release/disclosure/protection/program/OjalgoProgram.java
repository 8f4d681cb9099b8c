package org.bellwether.release.disclosure.protection.program;

import java.util.HashMap;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.ModelEntity;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** A program solved by ojAlgo's simplex. */
public final class OjalgoProgram implements LinearProgram {

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<ModelEntity<?>, Integer> balances = new HashMap<>();

    @Override
    public int variable(double lower, double upper, double cost) {
        int number = model.countVariables();
        Variable variable = model.newVariable("x" + number);
        if (lower > Double.NEGATIVE_INFINITY) {
            variable.lower(lower);
        }
        if (upper < Double.POSITIVE_INFINITY) {
            variable.upper(upper);
        }
        if (cost != 0) {
            variable.weight(cost);
        }
        return number;
    }

    @Override
    public void balance(int[] variables, double[] coefficients) {
        balances.put(row(variables, coefficients).level(0), balances.size());
    }

    @Override
    public void atMost(int[] variables, double[] coefficients, double bound) {
        row(variables, coefficients).upper(bound);
    }

    private Expression row(int[] variables, double[] coefficients) {
        Expression row = model.newExpression("r" + model.countExpressions());
        for (int term = 0; term < variables.length; term++) {
            row.add(variables[term], coefficients[term]);
        }
        return row;
    }

    @Override
    public Solution minimise() {
        Optimisation.Result result = model.minimise();
        return switch (result.getState()) {
            case OPTIMAL, DISTINCT -> new Solution(State.OPTIMAL, result.toRawCopy1D(), multipliers(result));
            case UNBOUNDED -> new Solution(State.UNBOUNDED, new double[0], new double[0]);
            default -> new Solution(State.INFEASIBLE, new double[0], new double[0]);
        };
    }

    private double[] multipliers(Optimisation.Result result) {
        double[] multipliers = new double[balances.size()];
        result.getMatchedMultipliers().forEach(one -> {
            Integer balance = balances.get(one.getKey().left());
            if (balance != null) {
                multipliers[balance] = one.doubleValue();
            }
        });
        return multipliers;
    }
}
