"""Times other programs on the data of the benchmark: python peers.py FOLDER [JOB ...]; one JSON line for each job.

Compute time within the process, after loading; a job that cannot run says why.
"""

import json
import os
import sys
import time
import warnings

import numpy as np

warnings.filterwarnings("ignore")
folder = sys.argv[1]
wanted = sys.argv[2:]


def read(name, dtype, shape=None):
    data = np.fromfile(os.path.join(folder, name), dtype)
    return data if shape is None else data.reshape(shape)


JOBS = []


def job(name, times=3):
    def keep(prepare):
        JOBS.append((name, times, prepare))
        return prepare

    return keep


def ratings(tag, kind):
    return read(f"kripp_{tag}.annotator.u8", "u1", (-1, 3)), read(f"kripp_{tag}.{kind}.u8", "u1", (-1, 3))


def matrix_of(tag, kind):
    annotators, values = ratings(tag, kind)
    matrix = np.full((50, len(values)), np.nan)
    for column in range(3):
        matrix[annotators[:, column], np.arange(len(values))] = values[:, column]
    return matrix


def krippendorff_job(tag, kind, level, name):
    @job(f"krippendorff {name} {tag}")
    def prepare():
        import krippendorff

        matrix = matrix_of(tag, kind)
        return lambda: krippendorff.alpha(reliability_data=matrix, level_of_measurement=level)

    @job(f"krippendorff, counts given, {name} {tag}")
    def prepare_counts():
        import krippendorff

        _, values = ratings(tag, kind)
        domain = np.unique(values)
        counts = np.stack([(values == value).sum(axis=1) for value in domain], axis=1)
        return lambda: krippendorff.alpha(value_counts=counts, value_domain=domain, level_of_measurement=level)


def evalica_codes(tag, kind):
    """What the compiled core is given: units by raters, only as many columns as a unit has ratings."""
    values = ratings(tag, kind)[1]
    levels, codes = np.unique(values, return_inverse=True)
    return np.ascontiguousarray(codes.reshape(values.shape).astype(np.int64)), levels.astype(np.float64)


def evalica_alpha_job(tag, kind, level, name):
    @job(f"evalica alpha {name} {tag}")
    def prepare():
        from evalica import _brzo

        codes, levels = evalica_codes(tag, kind)
        return lambda: _brzo.alpha(codes, levels, level)


for tag in ("1e5", "1e6"):
    krippendorff_job(tag, "nominal", "nominal", "nominal")
    krippendorff_job(tag, "likert", "interval", "likert interval")
    evalica_alpha_job(tag, "nominal", "nominal", "nominal")
    evalica_alpha_job(tag, "likert", "interval", "likert interval")
    evalica_alpha_job(tag, "likert", "ordinal", "likert ordinal")
    evalica_alpha_job(tag, "score101", "interval", "score101 interval")


@job("evalica alpha bootstrap 1e5", 2)
def evalica_alpha_bootstrap():
    from evalica import _brzo

    codes, levels = evalica_codes("1e5", "nominal")
    return lambda: _brzo.alpha_bootstrap(codes, levels, "nominal", 1000, 1)


@job("statsmodels fleiss_kappa 1e6")
def statsmodels_fleiss():
    from statsmodels.stats.inter_rater import fleiss_kappa

    _, values = ratings("1e6", "nominal")
    counts = np.stack([(values == value).sum(axis=1) for value in range(5)], axis=1)
    return lambda: fleiss_kappa(counts)


def crowd(tag):
    import pandas as pd

    return pd.DataFrame(
        {
            "task": read(f"ds_{tag}.task.i32", "<i4"),
            "worker": read(f"ds_{tag}.worker.i32", "<i4"),
            "label": read(f"ds_{tag}.label.u8", "u1"),
        }
    )


def crowd_job(name, tag, times, **options):
    @job(f"crowd-kit {name} {tag}", times)
    def prepare():
        import crowdkit.aggregation as aggregation

        frame = crowd(tag)
        return lambda: getattr(aggregation, name)(**options).fit_predict(frame)


for tag in ("1e5", "1e6"):
    crowd_job("DawidSkene", tag, 2, n_iter=20, tol=0)
    crowd_job("OneCoinDawidSkene", tag, 2, n_iter=20, tol=0)
    crowd_job("MACE", tag, 2, n_restarts=1, n_iter=20)
    crowd_job("MajorityVote", tag, 3)
    crowd_job("Wawa", tag, 3)
crowd_job("GLAD", "1e5", 1, n_iter=3)
crowd_job("ZeroBasedSkill", "1e5", 1)


def battles():
    return read("bt_1e6.a.u8", "u1"), read("bt_1e6.b.u8", "u1"), read("bt_1e6.outcome.u8", "u1")


def decided(left, right, outcome):
    clear = outcome != 1
    winners = np.where(outcome == 2, left, right)[clear]
    losers = np.where(outcome == 2, right, left)[clear]
    return winners, losers


@job("choix ilsr_pairwise", 2)
def choix_pairwise():
    import choix

    pairs = [(int(a), int(b)) for a, b in zip(*decided(*battles()))]
    return lambda: choix.ilsr_pairwise(100, pairs)


@job("choix ilsr_pairwise_dense")
def choix_dense():
    import choix

    rows = battles()

    # Dropping the ties is part of the job, as it is where the comparisons come with them.
    def run():
        winners, losers = decided(*rows)
        table = np.bincount(winners.astype(int) * 100 + losers, minlength=10000).reshape(100, 100).astype(float)
        return choix.ilsr_pairwise_dense(table)

    return run


@job("choix ilsr_rankings", 2)
def choix_rankings():
    import choix

    rankings = [tuple(map(int, line)) for line in read("pl_1e5x4.items_best_first.u8", "u1", (-1, 4))]
    return lambda: choix.ilsr_rankings(100, rankings)


def evalica_job(name, work, times=3):
    """Times the compiled core, without the tables that the package makes around it."""

    @job(name, times)
    def prepare():
        import evalica
        from evalica import _brzo

        left, right, outcome = battles()
        names = [evalica.Winner.Y, evalica.Winner.Draw, evalica.Winner.X]
        data = (
            list(map(int, left)),
            list(map(int, right)),
            [names[o] for o in outcome],
            [1.0] * len(left),
            100,
        )
        return lambda: work(_brzo, evalica, data)


evalica_job(
    "evalica bradley_terry", lambda core, _, data: core.bradley_terry(*data, 1.0, 0.5, 1e-12, 1000)
)
evalica_job("evalica newman", lambda core, _, data: core.newman(*data, 0.5, 1.0, 1.0, 1e-12, 1000))
evalica_job("evalica elo", lambda core, _, data: core.elo(*data, 1000.0, 10.0, 400.0, 4.0, 1.0, 0.5))
evalica_job(
    "evalica bootstrap, 10 rounds",
    lambda _, evalica, data: evalica.bootstrap(
        evalica.bradley_terry, *data[:3], n_resamples=10, bootstrap_method="percentile"
    ),
    1,
)


@job("crowd-kit BradleyTerry", 1)
def crowd_bradley_terry():
    import pandas as pd
    from crowdkit.aggregation import BradleyTerry

    left, right, outcome = battles()
    clear = outcome != 1
    frame = pd.DataFrame(
        {
            "left": left[clear],
            "right": right[clear],
            "label": np.where(outcome == 2, left, right)[clear],
            "worker": 0,
        }
    )
    return lambda: BradleyTerry(100).fit_predict(frame)


def logistic(features):
    from sklearn.linear_model import LogisticRegression

    left, right, outcome = battles()
    rows = np.arange(len(left))
    design = np.zeros((len(left), 100 + features))
    design[rows, left] = 1
    design[rows, right] = -1
    if features:
        style = read("bt_1e6.style.f32", "<f4", (-1, 4)).astype(float)
        design[:, 100:] = (style - style.mean(0)) / style.std(0)
    tied = outcome == 1
    doubled = np.vstack([design, design[tied]])
    wins = np.concatenate([outcome == 2, np.zeros(tied.sum(), bool)])
    wins[: len(outcome)][tied] = True
    weights = np.concatenate([np.where(tied, 0.5, 1.0), np.full(tied.sum(), 0.5)])
    return lambda: LogisticRegression(fit_intercept=False, C=1e6, tol=1e-8).fit(doubled, wins, weights)


@job("scikit-learn logistic regression", 1)
def sklearn_logistic():
    return logistic(0)


@job("scikit-learn logistic regression, 4 features", 1)
def sklearn_style():
    return logistic(4)


def sparse_ratings():
    items, annotators, values = (
        read("wk.item.i32", "<i4"),
        read("wk.worker.i32", "<i4"),
        read("wk.value.u8", "u1"),
    )
    table = np.zeros((200, 10000), np.uint8)
    table[annotators, items] = values
    return table


@job("scikit-learn cohen_kappa_score, all pairs", 1)
def sklearn_kappa():
    from sklearn.metrics import cohen_kappa_score

    table = sparse_ratings()

    def run():
        for one in range(200):
            for other in range(one):
                both = (table[one] > 0) & (table[other] > 0)
                cohen_kappa_score(
                    table[one][both], table[other][both], weights="quadratic", labels=[1, 2, 3, 4, 5]
                )

    return run


@job("statsmodels cohens_kappa, all pairs", 1)
def statsmodels_kappa():
    from statsmodels.stats.inter_rater import cohens_kappa

    table = sparse_ratings().astype(int)

    def run():
        for one in range(200):
            for other in range(one):
                both = (table[one] > 0) & (table[other] > 0)
                cells = (table[one][both] - 1) * 5 + table[other][both] - 1
                counts = np.bincount(cells, minlength=25).reshape(5, 5)
                cohens_kappa(counts, weights=np.arange(5), wt="quadratic", return_results=False)

    return run


@job("scipy kendalltau + spearmanr 1e6")
def scipy_ranks():
    from scipy.stats import kendalltau, spearmanr

    _, values = ratings("1e6", "likert")
    return lambda: (kendalltau(values[:, 0], values[:, 1]), spearmanr(values[:, 0], values[:, 1]))


for name, times, prepare in JOBS:
    if wanted and name not in wanted:
        continue
    try:
        run = prepare()
        taken = []
        for _ in range(times):
            start = time.perf_counter()
            run()
            taken.append((time.perf_counter() - start) * 1000)
        print(json.dumps({"job": name, "times": taken}), flush=True)
    except BaseException as error:  # A peer may fail in any way, and the next one must still run.
        if isinstance(error, KeyboardInterrupt):
            raise
        print(json.dumps({"job": name, "failure": f"{type(error).__name__}: {error}"[:200]}), flush=True)
