import { parseA1Ref, tokenize, tokenTypes } from '@borgar/fx/xlsx';
import type { Difference } from '../compare/Difference';
import { reachesOutside } from '../formula/reachesOutside';
import type { DefinedName, Snapshot, Table } from '../workbook/Snapshot';
import { moveReferences } from './moveReferences';
import { moveFromLocal, movesFromOfficial, nameKey, type LayoutIndex } from './referenceMoves';
import { isNamedWithSheet, shadowingName } from './shadowingName';
import type { NameContent, OutsideFormula, Refusal, SyncStep } from './SyncPlan';

type SetName = Extract<SyncStep, { kind: 'setName' }>;

/** The names which a sync sets, and which names the local workbook then has, by `nameKey`. */
export interface PlannedNames {
  readonly steps: readonly SetName[];
  readonly refused: readonly Refusal[];
  readonly available: ReadonlySet<string>;
  readonly outside: readonly OutsideFormula[];
}

interface Candidate {
  readonly difference: string;
  readonly name: DefinedName;
  readonly scope: string | null;
  /** Local's name of one sheet that goes with it. */
  readonly shadow: DefinedName | null;
}

/**
 * Returns the steps that bring the taken defined names from official, expressed in the local workbook, whose tables will be `placed`; those
 * of `allowed` may fetch from, or send to, outside the workbook.
 */
export function planNames(
  official: Snapshot,
  local: Snapshot,
  placed: readonly Table[],
  layouts: LayoutIndex,
  taken: readonly Difference[],
  allowed: ReadonlySet<string>,
): PlannedNames {
  const refused: Refusal[] = [];
  const outside: OutsideFormula[] = [];
  let candidates: Candidate[] = [];
  for (const difference of taken) {
    const { id, kind, official: side } = difference;
    if (kind !== 'name' || side === null) continue;
    const shadow = shadowingName(local, difference);
    const name = findName(official.names, side.address, side.sheet || null);
    const scope = name?.scope == null ? null : (layouts.ofOfficial(name.scope)?.name ?? undefined);
    if (!name) refused.push({ difference: id, reason: 'The name is no longer in the official model.' });
    else if (/^_xlnm\./i.test(name.name)) refused.push({ difference: id, reason: 'Print areas and filters are not synced.' });
    else if (scope === undefined)
      refused.push({ difference: id, reason: `It belongs to the sheet ${name.scope}, which is not in your workbook.` });
    else if (shadow && isNamedWithSheet(local, shadow)) {
      refused.push({
        difference: id,
        reason: `In your workbook it belongs to the sheet ${shadow.scope}, and a formula names it with that sheet: change it in the Name Manager.`,
      });
    } else if (hasRelativeReference(name.formula)) {
      refused.push({
        difference: id,
        reason: 'The name refers to cells relative to where it is used: set it by hand in the Name Manager.',
      });
    } else candidates.push({ difference: id, name, scope, shadow });
  }

  const present = local.names.map(({ name, scope }) => nameKey(name, scope));
  // A name may use another that is taken; one that is refused takes those which use it along.
  for (;;) {
    const available = new Set([...present, ...candidates.map(({ name, scope }) => nameKey(name.name, scope))]);
    const move = movesFromOfficial(official, placed, layouts, (key) => available.has(key));
    const moved = candidates.map(({ name, difference }) =>
      moveReferences(name.formula, name.scope, move(name.scope, null, allowed.has(difference))),
    );
    const failed = new Set<unknown>();
    candidates.forEach((candidate, index) => {
      const result = moved[index]!;
      if (result.formula !== null) return;
      const { name, difference } = candidate;
      failed.add(candidate);
      refused.push({ difference, reason: result.reason });
      if (result.allowed !== undefined)
        outside.push({ difference, sheet: '', address: name.name, formula: `=${result.allowed}`, cells: 1, allowed: false });
    });
    if (failed.size === 0) {
      const before = moveFromLocal(layouts);
      candidates.forEach(({ name, difference }, index) => {
        const formula = `=${moved[index]!.formula!}`;
        if (reachesOutside(formula)) outside.push({ difference, sheet: '', address: name.name, formula, cells: 1, allowed: true });
      });
      const own = (name: DefinedName): NameContent =>
        contentOf(name, moveReferences(name.formula, name.scope, before).formula ?? name.formula);
      const steps = candidates.flatMap(({ name, scope, shadow }, index): SetName[] => {
        const present = findName(local.names, name.name, scope);
        return [
          {
            kind: 'setName',
            name: present?.name ?? name.name,
            scope,
            before: present ? own(present) : null,
            after: contentOf(name, moved[index]!.formula!),
          },
          ...(shadow ? [{ kind: 'setName' as const, name: shadow.name, scope: shadow.scope, before: own(shadow), after: null }] : []),
        ];
      });
      return { steps, refused, available, outside };
    }
    candidates = candidates.filter((candidate) => !failed.has(candidate));
  }
}

/** The name with this scope in the list, whatever its case. */
export function findName(names: readonly DefinedName[], name: string, scope: string | null): DefinedName | undefined {
  const key = nameKey(name, scope);
  return names.find((known) => nameKey(known.name, known.scope) === key);
}

function contentOf({ comment, hidden }: DefinedName, formula: string): NameContent {
  return { formula, comment, hidden };
}

/** Whether a name stands for other cells wherever it is used. */
export function hasRelativeReference(formula: string): boolean {
  return tokenize(formula, { mergeRefs: true, withLocation: false }).some(({ type, value }) => {
    if (type !== tokenTypes.REF_RANGE && type !== tokenTypes.REF_BEAM) return false;
    const reference = parseA1Ref(value);
    if (!reference || !('range' in reference)) return false;
    const { top, left, $top, $left, $bottom, $right } = reference.range;
    const rows = top === null || ($top && $bottom);
    const columns = left === null || ($left && $right);
    return !(rows && columns);
  });
}
