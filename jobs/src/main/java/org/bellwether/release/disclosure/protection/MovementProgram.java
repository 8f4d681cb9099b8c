package org.bellwether.release.disclosure.protection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.bellwether.release.disclosure.protection.program.LinearProgram;
import org.bellwether.release.disclosure.protection.program.OjalgoProgram;

/**
 * The linear program of Kelly, Golden and Assad (Networks 22, 1992): moves a cell by what is demanded, along the relations, and others with
 * it at the least weight. Hidden cells move free; what else moves has to be hidden. Its unknowns are the movements of independent cells, so
 * that relations hold by themselves, and cells that always move alike are one. Solved is its dual, which has a row for each independent
 * cell and not for each cell: the movements are its multipliers. For tables of many levels that is some thirty times faster.
 */
final class MovementProgram {

    private final LinearSystem system;
    private final Limits limits;
    private final BitSet hidden;
    private final IndependentCells cells;
    private final Demand demand;
    private final double unit;
    private final IntToDoubleFunction weight;
    private final LinearProgram dual = new OjalgoProgram();
    private final Map<Integer, Row> rows = new TreeMap<>();

    /** @param weight what a cell that is not hidden costs, best around 1 */
    MovementProgram(LinearSystem system, Limits limits, BitSet hidden, IndependentCells cells, Demand demand, IntToDoubleFunction weight) {
        this.system = system;
        this.limits = limits;
        this.hidden = hidden;
        this.cells = cells;
        this.demand = demand;
        this.weight = weight;
        this.unit = Math.abs(demand.by());
    }

    /** @param inside independent cells that may move; all others stay, and so does what moves with them alone */
    Optional<Movement> solve(BitSet inside) {
        inside.stream().forEach(cell -> rows.put(cell, new Row()));
        TreeSet<Integer> moving = new TreeSet<>();
        inside.stream().forEach(cell -> moving.addAll(cells.movingWith(cell)));
        Map<Map<Integer, Double>, Alike> alike = new HashMap<>();
        List<Alike> ordered = new ArrayList<>();
        Map<Integer, Map<Integer, Double>> movements = new TreeMap<>();
        for (int cell : moving) {
            Map<Integer, Double> movement = new TreeMap<>(cells.movement(cell));
            movement.keySet().retainAll(rows.keySet());
            movements.put(cell, movement);
            alike.computeIfAbsent(movement, key -> {
                ordered.add(new Alike(key));
                return ordered.get(ordered.size() - 1);
            }).add(cell);
        }
        ordered.forEach(Alike::declare);
        inequalities(movements);
        rows.values().forEach(row -> dual.balance(row.variables(), row.coefficients()));
        LinearProgram.Solution solution = dual.minimise();
        return solution.state() == LinearProgram.State.OPTIMAL ? movement(movements, solution.multipliers()) : Optional.empty();
    }

    private Optional<Movement> movement(Map<Integer, Map<Integer, Double>> movements, double[] multipliers) {
        Map<Integer, Double> independent = new HashMap<>();
        for (int cell : rows.keySet()) {
            independent.put(cell, multipliers[independent.size()]);
        }
        double sign = Math.signum(sum(movements.get(demand.cell()), independent)) * Math.signum(demand.by());
        Movement found = new Movement();
        movements.forEach((cell, movement) -> {
            double sum = sum(movement, independent);
            found.set(cell, Math.abs(sum) < 1e-9 ? 0 : sign * sum * unit);
        });
        return Optional.of(found).filter(movement -> movement.isPossible(system, limits) && demand.isMetBy(movement));
    }

    private static double sum(Map<Integer, Double> movement, Map<Integer, Double> independent) {
        double sum = 0;
        for (Map.Entry<Integer, Double> one : movement.entrySet()) {
            sum += one.getValue() * independent.get(one.getKey());
        }
        return sum;
    }

    private void inequalities(Map<Integer, Map<Integer, Double>> movements) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (int cell : movements.keySet()) {
            for (int row : system.relationsOf(cell)) {
                if (!system.relation(row).isExact()) {
                    numbers.add(row);
                }
            }
        }
        for (int number : numbers) {
            Relation relation = system.relation(number);
            Map<Integer, Double> sum = new TreeMap<>();
            for (int term = 0; term < relation.size(); term++) {
                long coefficient = relation.coefficient(term);
                movements.getOrDefault(relation.cell(term), Map.of()).forEach((one, times) -> sum.merge(one, coefficient * times, Double::sum));
            }
            price(sum, 1, 0, Double.POSITIVE_INFINITY, Limits.slack(system, relation) / unit);
        }
    }

    /** A variable of the dual, in the rows of all independent cells that it speaks of. */
    private void price(Map<Integer, Double> movement, double times, double lower, double upper, double cost) {
        int variable = dual.variable(lower, upper, cost);
        movement.forEach((cell, coefficient) -> rows.get(cell).add(variable, times * coefficient));
    }

    /** Cells that move alike. They move as far as the closest bound of one allows, and cost what those cost that are not hidden. */
    private final class Alike {

        private final Map<Integer, Double> movement;
        private double least = Double.NEGATIVE_INFINITY;
        private double most = Double.POSITIVE_INFINITY;
        private double costDown;
        private double costUp;
        private boolean isDemanded;

        Alike(Map<Integer, Double> movement) {
            this.movement = movement;
        }

        /** A cell costs its weight once it moves as far as it can or must; one with less room than is demanded costs it sooner. */
        void add(int cell) {
            isDemanded |= cell == demand.cell();
            boolean stays = cell == demand.knower();
            least = Math.max(least, stays ? 0 : limits.down(cell) / unit);
            most = Math.min(most, stays ? 0 : limits.up(cell) / unit);
            if (!hidden.get(cell)) {
                costDown += cost(cell, -limits.down(cell));
                costUp += cost(cell, limits.up(cell));
            }
        }

        private double cost(int cell, double room) {
            return room > 0 ? weight.applyAsDouble(cell) / Math.min(1, room / unit) : 0;
        }

        void declare() {
            if (isDemanded) {
                price(movement, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Math.signum(demand.by()));
            }
            if (costDown > 0 || costUp > 0) {
                price(movement, 1, -costDown, costUp, 0);
            }
            if (most < Double.POSITIVE_INFINITY) {
                price(movement, 1, 0, Double.POSITIVE_INFINITY, most);
            }
            if (least > Double.NEGATIVE_INFINITY) {
                price(movement, -1, 0, Double.POSITIVE_INFINITY, -least);
            }
        }
    }

    private static final class Row {

        private final List<Integer> variables = new ArrayList<>();
        private final List<Double> coefficients = new ArrayList<>();

        void add(int variable, double coefficient) {
            variables.add(variable);
            coefficients.add(coefficient);
        }

        int[] variables() {
            return variables.stream().mapToInt(Integer::intValue).toArray();
        }

        double[] coefficients() {
            return coefficients.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }
}
