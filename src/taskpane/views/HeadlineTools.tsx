import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { lostHeadlines } from '../lists/lostHeadlines';
import type { Review } from '../state/PaneState';
import { Add16Regular, Dismiss16Regular } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, minHeight: '32px' },
  title: { ...typographyStyles.subtitle2, margin: 0, marginRight: 'auto' },
  tool: { paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS, minWidth: 0 },
  lost: { ...typographyStyles.caption1, display: 'flex', alignItems: 'center', margin: 0, overflowWrap: 'anywhere' },
});

interface Props {
  readonly review: Review;
  readonly resting: boolean;
  readonly editing: boolean;
  readonly onEdit: (editing: boolean) => void;
}

/** The title over the headlines, with what adds one, and what lets them be removed. */
export function HeadlineTitle({ review, resting, editing, onEdit }: Props) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.headlines;
  const { comparison, choice } = review.models;
  // Those of one sheet are found anew each time, and are none that the workbook remembers.
  const canChoose = pane.state().official?.place.kind !== 'sheet';
  const canEdit = canChoose && (comparison.headlines.length > 0 || choice.removed.length > 0);
  return (
    <div className={styles.line}>
      <h3 className={styles.title} id="headlines">
        {words.title}
      </h3>
      {canChoose && (
        <Button
          appearance="subtle"
          size="small"
          className={styles.tool}
          icon={<Add16Regular />}
          title={words.addHint}
          disabledFocusable={!resting}
          onClick={() => pane.headlines.add()}
        >
          {words.add}
        </Button>
      )}
      {canEdit && (
        <Button
          appearance="subtle"
          size="small"
          className={styles.tool}
          title={words.editHint}
          aria-pressed={editing}
          onClick={() => onEdit(!editing)}
        >
          {editing ? words.done : words.edit}
        </Button>
      )}
    </div>
  );
}

/** Below the headlines: those chosen that are not found any more, and what brings the removed ones back. */
export function HeadlineLeftovers({ review, resting, editing }: Omit<Props, 'onEdit'>) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.headlines;
  const { removed } = review.models.choice;
  return (
    <>
      {lostHeadlines(review.models).map((lost) => {
        const name = lost.label || (lost.local ?? lost.official ?? '');
        return (
          <p className={styles.lost} key={`${name} ${lost.local} ${lost.official}`}>
            {words.lost(name)}
            <RemoveButton name={name} disabled={!resting} onClick={() => pane.headlines.forget(lost)} />
          </p>
        );
      })}
      {editing && removed.length > 0 && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.tool}
          disabledFocusable={!resting}
          onClick={() => pane.headlines.restore()}
        >
          {words.restore(removed.length)}
        </Button>
      )}
    </>
  );
}

/** Removes a headline. */
export function RemoveButton({
  name,
  disabled,
  onClick,
}: {
  readonly name: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}) {
  const { strings } = usePane();
  const words = strings.headlines.remove(name);
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<Dismiss16Regular />}
      aria-label={words}
      title={words}
      disabledFocusable={disabled}
      onClick={onClick}
    />
  );
}
