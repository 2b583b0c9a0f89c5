//! One row of a table: how long its work takes, how many instructions, how much it allocates.

use std::{fs, hint::black_box, path::Path, process::Command, time::Duration};

use criterion::{BatchSize, Bencher, Criterion, SamplingMode};

/// What is measured. It is made when it is asked for, so that a count does not set up what it does not count.
pub struct Row {
    pub name: &'static str,
    /// Of how many questions, steps, cases or events one piece of work is.
    pub of: usize,
    pub make: Box<dyn Fn() -> Box<dyn Work>>,
}

impl Row {
    /// Work that leaves everything as it was.
    pub fn asks<F: FnMut() + 'static>(name: &'static str, of: usize, make: impl Fn() -> F + 'static) -> Self {
        Self { name, of, make: Box::new(move || Box::new(Asks(make()))) }
    }

    /// Work that takes its input: `give` makes one, unmeasured.
    pub fn takes<I: 'static, O: 'static, G: FnMut() -> I + 'static>(
        name: &'static str,
        of: usize,
        make: impl Fn() -> (G, fn(I) -> O) + 'static,
    ) -> Self {
        let make = move || -> Box<dyn Work> {
            let (give, work) = make();
            Box::new(Takes { give, work })
        };
        Self { name, of, make: Box::new(make) }
    }

    /// Times it, in nanoseconds a question: the median.
    pub fn time(&self, table: &str, criterion: &mut Criterion, at: &Path) -> f64 {
        let mut work = (self.make)();
        let mut group = criterion.benchmark_group(table);
        group.sampling_mode(SamplingMode::Flat);
        group.bench_function(self.name, |it| work.time(it));
        group.finish();
        median(&at.join(sanitised(table)).join(sanitised(self.name))) / self.of as f64
    }

    /// Counts allocations of one piece of work, for each question.
    pub fn allocations(&self) -> f64 {
        (self.make)().allocations() as f64 / self.of as f64
    }

    /// Does one piece of work where callgrind looks.
    pub fn once(&self) {
        (self.make)().once();
    }
}

pub trait Work {
    fn time(&mut self, bencher: &mut Bencher<'_>);
    fn allocations(&mut self) -> u64;
    fn once(&mut self);
}

struct Asks<F>(F);

impl<F: FnMut()> Work for Asks<F> {
    fn time(&mut self, bencher: &mut Bencher<'_>) {
        bencher.iter(&mut self.0);
    }
    fn allocations(&mut self) -> u64 {
        allocation_counter::measure(&mut self.0).count_total
    }
    fn once(&mut self) {
        (self.0)();
        count(&mut self.0);
    }
}

struct Takes<I, O, G> {
    give: G,
    work: fn(I) -> O,
}

impl<I, O, G: FnMut() -> I> Work for Takes<I, O, G> {
    fn time(&mut self, bencher: &mut Bencher<'_>) {
        let work = self.work;
        bencher.iter_batched(&mut self.give, work, BatchSize::NumIterations(16));
    }
    fn allocations(&mut self) -> u64 {
        let (input, work) = ((self.give)(), self.work);
        let mut output = None;
        allocation_counter::measure(|| output = Some(work(input))).count_total
    }
    fn once(&mut self) {
        black_box((self.work)((self.give)()));
        let (mut input, work, mut output) = (Some((self.give)()), self.work, None);
        count(&mut || output = input.take().map(work));
    }
}

/// Where callgrind counts, and nowhere else.
pub fn count(work: &mut dyn FnMut()) {
    // a large piece makes the allocator tidy up what came before, which is none of the work's
    drop(black_box(vec![0_u8; 100_000]));
    counted_work(work);
}

#[inline(never)]
fn counted_work(work: &mut dyn FnMut()) {
    work();
}

/// What criterion wrote of a row.
fn median(at: &Path) -> f64 {
    let text = fs::read_to_string(at.join("new/estimates.json")).expect("criterion's estimates");
    let told: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    told["median"]["point_estimate"].as_f64().expect("a median")
}

/// Criterion's name of a directory.
fn sanitised(name: &str) -> String {
    name.chars().map(|it| if "?\"/\\*<>:|^".contains(it) { '_' } else { it }).collect()
}

/// Short runs: what is read is ratios, and every row is timed in several rounds.
pub fn criterion(at: &Path) -> Criterion {
    let criterion = Criterion::default().without_plots().output_directory(at);
    criterion.sample_size(20).warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_millis(300))
}

/// How many instructions a row takes for each question, by callgrind; none where there is no valgrind.
pub fn instructions(table: &str, row: &Row) -> Option<f64> {
    counted(table, row.name).map(|it| it / row.of as f64)
}

/// How many instructions a process of its own counts, of one piece of work.
pub fn counted(table: &str, work: &str) -> Option<f64> {
    let counting = ["--tool=callgrind", "--collect-atstart=no", "--toggle-collect=*counted_work*"];
    let counted = Command::new("valgrind")
        .args(counting)
        .arg("--callgrind-out-file=/dev/null")
        .arg(std::env::current_exe().ok()?)
        .args(["count", table, work])
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&counted.stderr);
    let collected = said.lines().find_map(|it| it.split_once("Collected : "))?.1;
    collected.trim().parse().ok()
}
