"""Changes of rate against a series whose change is known, and refusals below the minimum."""

import pytest

from rashomon.worlds.series import FEWEST_EVENTS, FEWEST_PERIODS, TooFewError, change_point

# Annual flow of the Nile at Aswan, 1871-1970, in 10^8 cubic metres: a public record; it fell after 1898.
NILE = [
    *(1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140),
    *(1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969),
    *(831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759),
    *(781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890),
    *(744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740),
]


def test_the_nile_changed_in_1899() -> None:
    change = change_point(NILE)
    assert change.index == 28
    assert 1871 + change.index == 1899
    assert change.probability > 0.99
    assert change.before > 1050 > 900 > change.after


def test_a_steady_series_has_no_change() -> None:
    assert change_point([5] * 20).probability < 0.5


def test_more_pages_are_no_change() -> None:
    counts, exposure = [2] * 10 + [20] * 10, [1.0] * 10 + [10.0] * 10
    assert change_point(counts, exposure).probability < 0.5
    assert change_point(counts).index == 10


@pytest.mark.parametrize("counts", [[1] * (FEWEST_EVENTS - 1), [FEWEST_EVENTS] * (FEWEST_PERIODS - 1), []])
def test_too_few_are_refused(counts: list[int]) -> None:
    with pytest.raises(TooFewError, match=f"{FEWEST_EVENTS} events"):
        change_point(counts)


@pytest.mark.parametrize(("counts", "exposure"), [([-1] * 30, None), ([5] * 30, [0.0] * 30), ([5] * 30, [1.0])])
def test_what_is_no_series_is_an_error(counts: list[int], exposure: list[float] | None) -> None:
    with pytest.raises(ValueError, match="exposure above zero"):
        change_point(counts, exposure)
