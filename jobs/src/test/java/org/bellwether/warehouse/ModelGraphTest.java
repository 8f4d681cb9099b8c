package org.bellwether.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelGraph;
import org.bellwether.warehouse.table.ModelException;
import org.junit.jupiter.api.Test;

class ModelGraphTest extends GraphTrial {

    @Test
    void models_stand_after_those_that_they_read() throws SQLException {
        ModelGraph graph = graph(
                model("a", "select * from core.b where x in (select x from core.c)"),
                model("b", "with recursive c as (select 1 as x union all select x + 1 from c) select * from c, staged.s"),
                model("c", "select (select max(x) from core.b) as x"),
                model("d", "select 1 as x"));

        assertThat(graph.ordered()).extracting(Model::name).containsExactly("b", "c", "a", "d");
        assertThat(graph.ordered()).extracting(graph::behind).containsExactly(2, 1, 0, 0);
    }

    @Test
    void parts_are_looked_through() throws SQLException {
        ModelGraph graph = graph(
                model("a", "select * from core.a__parts"),
                model("a__parts", "select * from core.c__parts, staged.s"),
                model("c__parts", "select * from core.d"),
                model("d", "select 1 as x"));

        assertThat(graph.ordered()).extracting(Model::name).containsExactly("d", "c__parts", "a__parts", "a");
        assertThat(graph.ordered()).extracting(graph::behind).containsExactly(1, 0, 0, 0);
        assertThat(graph.sources(model("a", ""))).containsExactly("core.d", "staged.s");
    }

    @Test
    void a_circle_is_named() {
        assertThatThrownBy(() -> graph(model("a", "select * from core.b"), model("b", "select * from core.a")))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("BUG-002 core.a: reads itself: core.a reads core.b reads core.a. ");
    }

    @Test
    void an_unknown_table_is_named() {
        assertThatThrownBy(() -> graph(model("a", "select * from staged.nothing")))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("BUG-002 core.a: reads staged.nothing");
    }

    @Test
    void a_table_without_its_schema_is_refused() {
        assertThatThrownBy(() -> graph(model("a", "select * from s")))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("without saying its schema");
    }

    @Test
    void a_model_is_one_plain_select() {
        assertThatThrownBy(() -> graph(model("a", "create table x as select 1"))).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> graph(model("a", "select 1; select 2"))).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> graph(model("a", "selec 1"))).isInstanceOf(ModelException.class);
    }
}
