// Measures how fast the pages people land on are, with Lighthouse, as on a phone. Each page three
// times; the run in the middle counts, and once two have reached the bar a third cannot bring it
// below. A run during which others used the processor is taken again: it would tell of them.
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { complaints, look, PAGES, scoreOf, short } from './landing-pages.js';

const RUNS = 3;
const MOST_RUNS = 7;
/** How much of the processors others may use before a run is taken again. */
const DISTURBED = 0.2;
const AT_LEAST = 95;

/** @typedef {import('lighthouse').Result} Result */

/**
 * Lighthouse slows the processor down fourfold, which makes a phone of a desktop computer. A machine
 * that is slower to begin with, or busy, needs less to be the same phone. The steps are those of
 * Lighthouse's own calculator.
 * @param {number} benchmark
 */
function slowdownFor(benchmark) {
  const steps =
    benchmark >= 1300
      ? 3 + (benchmark - 1300) / 233
      : benchmark >= 800
        ? 2 + (benchmark - 800) / 500
        : 1 + Math.max(0, benchmark - 150) / 650;
  return Math.min(4, Math.max(1, Math.round(steps * 10) / 10));
}

const TICKS_A_SECOND = 100;

/** A process's line in /proc, behind its name. @param {string} id */
function statOf(id) {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { id, parent: fields[1] ?? '', ticks };
  } catch {
    // Gone since the list was made.
    return { id, parent: '', ticks: 0 };
  }
}

/** Processor time so far, in the kernel's ticks, of everybody but this process and its children. */
function timeOfOthers() {
  const [, ...everybody] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] =
    everybody.map(Number);
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf);
  const ours = new Set([String(process.pid)]);
  for (let before = 0; before < ours.size;) {
    before = ours.size;
    for (const { id, parent } of processes) if (ours.has(parent)) ours.add(id);
  }
  const own = processes.filter(({ id }) => ours.has(id)).reduce((sum, { ticks }) => sum + ticks, 0);
  return user + nice + system + irq + softirq + steal - own;
}

/** @typedef {{ result: Result, others: number }} Run how much of the processors others used */

/**
 * @param {string} path
 * @param {number} slowdown
 * @returns {Promise<Run>}
 */
async function measure(path, slowdown) {
  const before = { others: timeOfOthers(), at: performance.now() };
  const result = await look(path, ['performance'], {
    throttling: {
      rttMs: 150,
      throughputKbps: 1638.4,
      requestLatencyMs: 562.5,
      downloadThroughputKbps: 1474.56,
      uploadThroughputKbps: 675,
      cpuSlowdownMultiplier: slowdown
    }
  });
  const seconds = ((performance.now() - before.at) / 1000) * availableParallelism();
  const others = (timeOfOthers() - before.others) / TICKS_A_SECOND / seconds;
  return { result, others };
}

/** @param {Run} run */
const speedOf = ({ result }) => scoreOf(result, 'performance');

/** @param {Result} result @param {string} audit */
function shown(result, audit) {
  return result.audits[audit]?.displayValue?.replaceAll('\u00a0', ' ') ?? '';
}

// Not counted: it wakes the server, and tells how fast this machine is when it is least busy.
const benchmarks = [];
for (let run = 0; run < 3; run += 1) {
  const warmed = await measure('/', 4).catch(() => null);
  benchmarks.push(warmed?.result.environment.benchmarkIndex ?? 0);
}
const benchmark = Math.max(...benchmarks);
const slowdown = slowdownFor(benchmark);
console.log(
  `Lighthouse, mobile, median of ${RUNS}. This machine: benchmark ${Math.round(benchmark)}, ` +
    `${availableParallelism()} processors, slowed ${slowdown}×.`
);

/** @param {string} path */
async function measureUndisturbed(path) {
  /** @type {Run[]} */
  const runs = [];
  const quiet = () => runs.filter(({ others }) => others <= DISTURBED);
  const fast = () => quiet().filter((run) => speedOf(run) >= AT_LEAST);
  const enough = () => quiet().length >= RUNS || fast().length > RUNS / 2;
  for (let tries = 0; !enough() && tries < MOST_RUNS; tries += 1) {
    const run = await measure(path, slowdown).catch((/** @type {unknown} */ error) => {
      console.error(`${path}: ${String(error)}; taken again`);
      return null;
    });
    if (run) runs.push(run);
  }
  runs.sort((one, other) => speedOf(one) - speedOf(other));
  // On a machine that never rests the fastest run is the least wrong: others only ever slow it down.
  const counting = enough() ? quiet() : runs.slice(-1);
  const middle = counting[Math.floor((counting.length - 1) / 2)];
  if (!middle) throw new Error(`${path} was never measured.`);
  return { ...middle, all: runs };
}

/** @param {number} share */
const percent = (share) => `${Math.round(share * 100)} %`;

/** @type {Record<string, object>} */
const rows = {};
for (const path of PAGES) {
  const { all, ...counted } = await measureUndisturbed(path);
  const speed = speedOf(counted);
  if (speed < AT_LEAST) {
    console.error([`${path}: below ${AT_LEAST}`, ...complaints(counted.result)].join('\n'));
    process.exitCode = 1;
  }
  rows[short(path)] = {
    performance: speed,
    LCP: shown(counted.result, 'largest-contentful-paint'),
    TBT: shown(counted.result, 'total-blocking-time'),
    CLS: shown(counted.result, 'cumulative-layout-shift'),
    'all runs': all.map((run) => `${speedOf(run)}${run.others > DISTURBED ? '*' : ''}`).join(' '),
    'used by others': percent(counted.others)
  };
}
console.table(rows);
console.log(`* others used more than ${percent(DISTURBED)} of the processors during that run`);
