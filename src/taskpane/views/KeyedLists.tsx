import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { keyedLists, type KeyedList } from '../../app/keyedWords';
import type { Comparison } from '../../core/compare/Comparison';
import { KeyDialog } from './KeyDialog';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalXS}` },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
});

/** The lists whose rows were matched by key, where that is worth a word, each with a way to another key; nothing when there is none. */
export function KeyedLists({ comparison, resting }: { readonly comparison: Comparison; readonly resting: boolean }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const [asking, setAsking] = useState<KeyedList | null>(null);
  const asked = useRef<HTMLElement | null>(null);
  const lists = keyedLists(comparison);
  const words = strings.keyed;
  const close = () => {
    setAsking(null);
    asked.current?.focus();
  };
  if (lists.length === 0) return null;
  return (
    <section aria-labelledby="keyed">
      <h3 className={styles.title} id="keyed">
        {words.title}
      </h3>
      <ul className={styles.list}>
        {lists.map((keyed) => (
          <li key={`${keyed.sheet} ${keyed.list.official}`}>
            {words.words(keyed).map((sentence) => (
              <p className={styles.words} key={sentence}>
                {sentence}
              </p>
            ))}
            <Link
              as="button"
              inline
              disabledFocusable={!resting}
              aria-label={words.changeOf(keyed)}
              onClick={({ currentTarget }) => {
                asked.current = currentTarget;
                setAsking(keyed);
              }}
            >
              {words.change}
            </Link>
          </li>
        ))}
      </ul>
      {asking !== null && (
        <KeyDialog
          keyed={asking}
          onClose={close}
          onChoose={(columns) => {
            close();
            pane.chooseKey(asking, columns);
          }}
        />
      )}
    </section>
  );
}
