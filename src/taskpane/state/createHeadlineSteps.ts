import type { ModelHeadlines } from '../../app/ports/ComparisonEngine';
import type { Headline } from '../../core/compare/Comparison';
import type { ChosenHeadline, HeadlineChoice } from '../../core/headlines/HeadlineChoice';
import type { Failure, Result } from '../../core/Result';
import { isOfHeadline } from '../lists/lostHeadlines';
import type { StepsContext } from './createSteps';
import { failureNotice } from './failureNotice';

/** What the user can do about which outputs are headlines; one thing at a time. */
export interface HeadlineSteps {
  /** Makes the cell that is selected in the sheet a headline. */
  add(): void;
  remove(headline: Headline): void;
  /** Forgets one that was chosen and is not found any more. */
  forget(lost: ChosenHeadline): void;
  /** Shows those again that were removed. */
  restore(): void;
}

/** Changes the headlines of the comparison on show, without comparing anew, and makes the workbook remember them. */
export function createHeadlineSteps({
  host,
  engine,
  headlines,
  strings,
  state,
  dispatch,
}: Pick<StepsContext, 'host' | 'engine' | 'headlines' | 'strings' | 'state' | 'dispatch'>): HeadlineSteps {
  let running = false;
  const words = strings.notices;

  const failed = (title: string, failure: Failure) => dispatch({ type: 'noticed', notice: failureNotice(title, failure, strings) });

  async function change(ask: (choice: HeadlineChoice) => Promise<Result<ModelHeadlines & { readonly name?: string }>>): Promise<void> {
    const { stage } = state();
    if (running || stage.at !== 'review') return;
    running = true;
    const { models } = stage.review;
    try {
      const chosen = await ask(models.choice);
      if (!chosen.ok) return failed(words.failed.headline, chosen.failure);
      dispatch({ type: 'headlinesChosen', models, chosen: chosen.value });
      const { name } = chosen.value;
      dispatch({
        type: 'noticed',
        notice: name === undefined ? null : { tone: 'done', ...words.headlineAdded(name), details: [] },
      });
      const saved = await headlines.remember(chosen.value.choice);
      if (!saved.ok) failed(words.failed.rememberHeadlines, saved.failure);
    } finally {
      running = false;
    }
  }

  return {
    add() {
      const { stage } = state();
      if (stage.at === 'review' && stage.review.shifts.length > 0) {
        const notice = { tone: 'warning', title: words.failed.headline, message: words.movedSinceCompared, details: [] } as const;
        return dispatch({ type: 'noticed', notice });
      }
      void change(async () => {
        const cell = await host.activeCell();
        return cell.ok ? engine.addHeadline(cell.value) : cell;
      });
    },
    remove: (headline) =>
      void change(({ added, removed }) => {
        const kept = added.filter((one) => !isOfHeadline(one, headline));
        return engine.chooseHeadlines(
          kept.length < added.length ? { added: kept, removed } : { added, removed: [...removed, headline.name] },
        );
      }),
    forget: (lost) => void change(({ added, removed }) => engine.chooseHeadlines({ added: added.filter((one) => one !== lost), removed })),
    restore: () => void change(({ added }) => engine.chooseHeadlines({ added, removed: [] })),
  };
}
