import type { Distance } from '../../src/app/catalog/closestVersions';
import type { MeasuredVersion, NextVersion } from '../../src/app/catalog/measureVersion';
import type { ComparedModels, CompareOutcome, ComparisonEngine, ModelHeadlines, PlanRequest } from '../../src/app/ports/ComparisonEngine';
import type { MadeProposal } from '../../src/app/propose/makeProposal';
import type { IncomingOffer } from '../../src/app/propose/weighProposal';
import type { Explanation } from '../../src/app/Explanation';
import type { EqualWithin } from '../../src/core/compare/EqualWithin';
import type { ExplainedFormulas } from '../../src/core/compare/explainFormulas';
import type { Trace } from '../../src/core/explain/Chain';
import type { HeadlineChoice } from '../../src/core/headlines/HeadlineChoice';
import { fail, succeed, type Result } from '../../src/core/Result';
import type { CellUpdate, SheetRange } from '../../src/core/update/CellUpdate';
import type { SyncPlan } from '../../src/core/sync/SyncPlan';
import type { Watch } from '../../src/core/Watch';

/** An engine which answers what a test lays out: `results` in turn for comparisons, and a plan that writes one cell for each difference. */
export class FakeEngine implements ComparisonEngine {
  readonly asked: string[] = [];
  results: Result<CompareOutcome>[] = [];
  planned: PlanRequest[] = [];
  /** What counted as equal, of each comparison that was asked for. */
  within: EqualWithin[] = [];
  /** The headlines that official's owner agreed, of each comparison that was asked for. */
  headlines: (readonly string[] | undefined)[] = [];
  held: string | null = null;
  /** What edits have calculated anew; null when they cannot be followed. */
  dependents: readonly SheetRange[] | null = null;
  /** The comparisons after edits, in turn. */
  followed: Result<ComparedModels>[] = [];
  readonly updates: CellUpdate[] = [];
  readonly explained = new Map<string, Result<ExplainedFormulas>>();
  /** Why headlines differ, in turn; what is asked past them is answered never, but when cancelled. */
  gaps: Result<Explanation>[] = [];
  gapsAsked = 0;
  /** The headlines after each choice, in turn. */
  chosen: Result<ModelHeadlines & { readonly name: string }>[] = [];
  /** What a step waits for before it ends. */
  wait: Promise<unknown> = Promise.resolve();

  heldBase: string | null = null;

  holds() {
    return this.held;
  }

  holdsBase() {
    return this.heldBase;
  }

  /** What a workbook that is to be published comes to, in turn. */
  versions: Result<MeasuredVersion>[] = [];
  readonly measuredVersions: NextVersion[] = [];

  async measureVersion(version: NextVersion, watch: Watch): Promise<Result<MeasuredVersion>> {
    this.measuredVersions.push(version);
    watch.progress('Comparing', 0.5);
    await this.wait;
    if (watch.signal.aborted) return fail('cancelled', 'Cancelled.');
    return this.versions.shift() ?? fail('none', 'No result was laid out.');
  }

  async compare({ official, base, sheetPairs, keys, headlines, choice, within }: Parameters<ComparisonEngine['compare']>[0], watch: Watch) {
    this.asked.push(
      `compare ${official.key}${official.file === null ? ' held' : ''}${base === null ? '' : ` since ${base.key}${base.packed !== undefined ? ' packed' : base.file === null ? ' held' : ''}`}${sheetPairs.map((pair) => ` ${pair.official}=${pair.local}`).join('')}${keys.map((key) => ` ${key.sheet}!${key.columns.join('+')}`).join('')}${choice.added.map(({ label }) => ` +${label}`).join('')}`,
    );
    this.within.push(within);
    this.headlines.push(headlines);
    watch.progress('Comparing', 0.5);
    await this.wait;
    if (watch.signal.aborted) return fail('cancelled', 'Cancelled.');
    this.held = official.key;
    this.heldBase = base?.key ?? null;
    return this.results.shift() ?? fail('none', 'No result was laid out.');
  }

  /** How much lies between versions, by their file's name, and the workbook. */
  readonly distances = new Map<string, Distance>();

  async measure({ name }: { readonly name: string }): Promise<Result<Distance>> {
    this.asked.push(`measure ${name}`);
    await this.wait;
    const distance = this.distances.get(name);
    return distance === undefined ? fail('none', 'No distance was laid out.') : succeed(distance);
  }

  async findDependents(): Promise<Result<readonly SheetRange[] | null>> {
    return succeed(this.dependents);
  }

  async update(cells: CellUpdate): Promise<Result<ComparedModels | null>> {
    this.updates.push(cells);
    await this.wait;
    return this.followed.shift() ?? succeed(null);
  }

  async explain(difference: string): Promise<Result<ExplainedFormulas>> {
    return this.explained.get(difference) ?? fail('none', 'No words were laid out.');
  }

  async trace(): Promise<Result<Trace>> {
    return fail('none', 'No chains were laid out.');
  }

  async explainGaps({ progress, signal }: Watch): Promise<Result<Explanation>> {
    this.gapsAsked++;
    progress('Working out why', 0.5);
    const next = this.gaps.shift();
    if (next !== undefined) return next;
    while (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 10));
    return fail('cancelled', 'Cancelled.');
  }

  async chooseHeadlines({ added, removed }: HeadlineChoice) {
    this.asked.push(`headlines +${added.map(({ label }) => label).join(' +')} -${removed.join(' -')}`);
    return this.chosen.shift() ?? fail('none', 'No headlines were laid out.');
  }

  async addHeadline({ sheet, address }: { readonly sheet: string; readonly address: string }) {
    this.asked.push(`add headline ${sheet}!${address}`);
    return this.chosen.shift() ?? fail('none', 'No headlines were laid out.');
  }

  async packOfficial() {
    this.asked.push('pack official');
    return succeed({ packed: 'packed official', sha256: 'ab' });
  }

  async propose(): Promise<Result<MadeProposal>> {
    return fail('none', 'No proposal was laid out.');
  }

  async weighOffers(): Promise<Result<readonly IncomingOffer[]>> {
    return fail('none', 'No offers were laid out.');
  }

  async plan(request: PlanRequest) {
    this.planned.push(request);
    await this.wait;
    return succeed(planOf(request.take));
  }
}

/** A plan that puts 1 for 2 into column A, one row for each difference. */
export function planOf(differences: readonly string[]): SyncPlan {
  const content = (value: number) => ({ formula: null, value, format: null });
  return {
    steps: differences.map((difference, i) => ({
      kind: 'write',
      sheet: 'A',
      range: { firstRow: i + 1, firstColumn: 1, lastRow: i + 1, lastColumn: 1 },
      before: [[content(2)]],
      after: [[content(1)]],
      differences: [difference],
    })),
    refused: [],
    cells: differences.length,
    sheets: ['A'],
  };
}
