package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelSchedule;
import org.bellwether.warehouse.model.PartitionPeriod;
import org.bellwether.warehouse.model.PartitionedFact;
import org.junit.jupiter.api.Test;

/** In which order models are begun, and which of them beside each other. */
class ModelScheduleTest extends GraphTrial {

    @Test
    void the_longest_way_comes_first() throws Exception {
        ModelSchedule schedule = schedule(Map.of(),
                model("a", "select 1 as x"),
                model("b", "select 1 as x"),
                model("c", "select * from core.b"),
                model("d", "select * from core.c"));

        assertThat(oneByOne(schedule)).containsExactly("b", "c", "a", "d");
    }

    @Test
    void whatever_does_not_wait_is_begun_meanwhile() throws Exception {
        ModelSchedule schedule = schedule(Map.of(),
                model("a", "select * from core.b"),
                model("b", "select 1 as x"),
                model("c", "select 1 as x"));

        Model first = schedule.next().orElseThrow();
        Model second = schedule.next().orElseThrow();
        assertThat(List.of(first.name(), second.name())).containsExactly("b", "c");
        schedule.done(first);
        assertThat(schedule.next()).map(Model::name).contains("a");
        assertThat(schedule.next()).isEmpty();
    }

    @Test
    void who_reads_what_a_partitioned_fact_shows_in_partitions_waits_for_it() throws Exception {
        ModelSchedule schedule = schedule(Map.of("core.z_partitions", of("staged.s"), "core.a_partitions", of("core.z_partitions")),
                model("a_partitions", "select * from core.z_partitions"),
                model("b", "select * from staged.s"),
                model("c", "select * from core.c__parts"),
                model("c__parts", "select * from core.z_partitions"),
                model("z_before", "select max(x) as x from staged.s"),
                model("z_partitions", "select * from staged.s where x > (select x from core.z_before)"));

        assertThat(oneByOne(schedule)).containsExactly("z_before", "z_partitions", "a_partitions", "b", "c__parts", "c");
    }

    @Test
    void partitioned_facts_are_made_one_at_a_time() throws Exception {
        ModelSchedule schedule = schedule(Map.of("core.a", of("staged.s"), "core.b", of("staged.t")),
                model("a", "select * from staged.s"),
                model("b", "select * from staged.t"),
                model("c", "select 1 as x"));

        Model first = schedule.next().orElseThrow();
        assertThat(first.name()).isEqualTo("a");
        assertThat(schedule.next()).map(Model::name).contains("c");
        schedule.done(first);
        assertThat(schedule.next()).map(Model::name).contains("b");
    }

    @Test
    void after_a_failure_nothing_is_begun() throws Exception {
        ModelSchedule schedule = schedule(Map.of(), model("a", "select 1 as x"), model("b", "select 1 as x"));

        schedule.next();
        schedule.stop();

        assertThat(schedule.next()).isEmpty();
    }

    private static List<String> oneByOne(ModelSchedule schedule) throws InterruptedException {
        List<String> begun = new ArrayList<>();
        for (Optional<Model> next = schedule.next(); next.isPresent(); next = schedule.next()) {
            begun.add(next.get().name());
            schedule.done(next.get());
        }
        return begun;
    }

    private static ModelSchedule schedule(Map<String, PartitionedFact> partitioned, Model... models) throws SQLException {
        return new ModelSchedule(graph(models), List.of(models), partitioned);
    }

    private static PartitionedFact of(String table) {
        return new PartitionedFact(table, "x", PartitionPeriod.TERM, List.of("x"), null, null, null, null);
    }
}
