import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { DoubtfulCell } from '../../app/ports/ModelCalculator';
import { quoteSheetName } from '../../core/workbook/Address';
import { usePane } from './PaneContext';

const MOST = 20;

const useStyles = makeStyles({
  words: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** The cells whose part in the gaps cannot be told, each with the reason and a way to it. */
export function DoubtsList({ doubts }: { readonly doubts: readonly DoubtfulCell[] }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const words = strings.why;
  if (doubts.length === 0) return <p className={styles.words}>{words.doubtless}</p>;
  return (
    <div className={styles.words}>
      {words.doubts}
      <ul className={styles.list}>
        {doubts.slice(0, MOST).map(({ sheet, address, local, reason }) => {
          const place = strings.differences.where(sheet, address);
          return (
            <li key={`${sheet}!${address} ${reason}`}>
              {local === null ? (
                `${place} (${strings.differences.onlyOfficial})`
              ) : (
                <Link
                  as="button"
                  inline
                  className={styles.link}
                  onClick={() => pane.goToPlace(`${quoteSheetName(local.sheet)}!${local.address}`)}
                >
                  {strings.differences.where(local.sheet, local.address)}
                </Link>
              )}
              : {reason}
            </li>
          );
        })}
        {doubts.length > MOST && <li>{words.more(doubts.length - MOST)}</li>}
      </ul>
    </div>
  );
}
