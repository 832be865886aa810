package plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MonthScaleTest {
    private static final MonthScale ALL = MonthScale.all(2018 * 12, 2024 * 12);

    @Test
    void zoomKeepsTheMonthUnderThePointer() {
        double before = ALL.monthAt(300, 1000);

        MonthScale zoomed = ALL.zoomed(0.5, 0.3);

        assertThat(zoomed.monthAt(300, 1000)).isCloseTo(before, within(1e-9));
        assertThat(zoomed.to() - zoomed.from()).isCloseTo(36, within(1e-9));
    }

    @Test
    void zoomingOutEndsAtTheWhole() {
        assertThat(ALL.zoomed(0.5, 0.9).zoomed(4, 0.1).isWhole()).isTrue();
    }

    @Test
    void aYearFillsTheWidthAndOnceMoreShowsAll() {
        MonthScale year = ALL.year(2020);

        assertThat(year.x(2020 * 12, 600)).isZero();
        assertThat(year.x(2021 * 12, 600)).isCloseTo(600, within(1e-9));
        assertThat(year.year(2020)).isEqualTo(ALL);
    }

    @Test
    void movingEndsAtTheEdges() {
        MonthScale year = ALL.year(2020).moved(-9);

        assertThat(year.from()).isEqualTo(2018 * 12);
        assertThat(year.to() - year.from()).isCloseTo(12, within(1e-9));
    }

    @Test
    void newMonthsKeepTheViewUnlessAllWasShown() {
        assertThat(ALL.over(2017 * 12, 2025 * 12).isWhole()).isTrue();
        assertThat(ALL.year(2020).over(2017 * 12, 2025 * 12).from()).isEqualTo(2020 * 12);
    }
}
