import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import { planCounts } from '../lists/planCounts';
import { planRows } from '../lists/planRows';
import type { Draft } from '../state/PaneState';
import type { Work } from '../state/Work';
import { PlanHeadlines } from './PlanHeadlines';
import { PlanList } from './PlanList';
import { PlanOutside } from './PlanOutside';
import { PlanRefusals } from './PlanRefusals';
import { PlanRemovals } from './PlanRemovals';
import { usePane } from './PaneContext';
import { WhatIsNew } from './WhatIsNew';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  scroll: { flexGrow: 1, minHeight: '160px', overflowY: 'auto', overflowX: 'hidden', outlineOffset: '-2px' },
  head: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  title: { ...typographyStyles.subtitle1, margin: 0 },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  foot: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What a sync would do, before it does any of it. */
export function PlanView({
  draft,
  models,
  work,
}: {
  readonly draft: Draft;
  readonly models: ComparedModels;
  /** The writing, while it runs. */
  readonly work: Work | null;
}) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const foot = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => foot.current?.querySelector('button')?.focus(), []);
  const { plan, stale } = draft;
  const rows = useMemo(() => planRows(plan), [plan]);
  const { taken, asked } = useMemo(() => planCounts(draft), [draft]);
  const words = strings.plan;
  const writing = work !== null;
  const nothing = plan.steps.length === 0;
  return (
    <section className={styles.view} aria-labelledby="plan-title">
      <div className={styles.scroll} ref={scroller} tabIndex={0} role="group" aria-label={words.changes}>
        <div className={styles.head}>
          <h2 className={styles.title} id="plan-title">
            {words.title}
          </h2>
          <p className={styles.text} role="status">
            {stale ? words.updating : nothing ? words.nothing : words.summary(taken, asked, plan.cells, plan.sheets.length)}
          </p>
          <WhatIsNew />
        </div>
        {!stale && !nothing && <PlanHeadlines headlines={plan.headlines ?? []} />}
        <PlanRemovals draft={draft} models={models} disabled={writing} />
        <PlanOutside draft={draft} models={models} disabled={writing} />
        <PlanRefusals draft={draft} models={models} />
        <PlanList rows={rows} models={models} scroller={scroller} />
      </div>
      <div className={styles.foot} ref={foot}>
        <Button
          disabledFocusable={work?.cancelling ?? false}
          onClick={() => (writing ? pane.cancel() : pane.dispatch({ type: 'planLeft' }))}
        >
          {strings.common.cancel}
        </Button>
        <Button appearance="primary" disabledFocusable={nothing || stale || writing} onClick={() => pane.write()}>
          {plan.cells > 0 || nothing ? words.write(plan.cells) : words.apply(rows.filter(({ row }) => row !== 'sheet').length)}
        </Button>
      </div>
    </section>
  );
}
