import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { BarPlace } from '../lists/layBridge';

export type BarLook = 'official' | 'yours' | 'more' | 'less' | 'unexplained';

const CUT = (color: string, to: string) =>
  `linear-gradient(to ${to}, ${color} 0 3px, transparent 3px 6px, ${color} 6px 9px, transparent 9px 12px, ${color} 12px)`;

/** Windows' contrast themes take all backgrounds away, bars too. */
const CONTRAST = '@media (forced-colors: active)';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    height: '10px',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  bar: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    minWidth: '2px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusSmall,
    [CONTRAST]: { forcedColorAdjust: 'none' },
  },
  official: { backgroundColor: tokens.colorNeutralForeground3, [CONTRAST]: { backgroundColor: 'CanvasText' } },
  yours: { backgroundColor: tokens.colorCompoundBrandBackground, [CONTRAST]: { backgroundColor: 'Highlight' } },
  more: { backgroundColor: tokens.colorBrandStroke1, [CONTRAST]: { backgroundColor: 'CanvasText' } },
  less: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    [CONTRAST]: { backgroundColor: 'Canvas', border: '1px solid CanvasText' },
  },
  unexplained: {
    backgroundColor: tokens.colorStatusWarningBackground2,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorStatusWarningForeground1}`,
    [CONTRAST]: { backgroundColor: 'Canvas', border: '1px dashed CanvasText' },
  },
  officialCut: {
    backgroundColor: 'transparent',
    backgroundImage: CUT(tokens.colorNeutralForeground3, 'right'),
    [CONTRAST]: { backgroundColor: 'transparent', backgroundImage: CUT('CanvasText', 'right') },
  },
  yoursCut: {
    backgroundColor: 'transparent',
    backgroundImage: CUT(tokens.colorCompoundBrandBackground, 'right'),
    [CONTRAST]: { backgroundColor: 'transparent', backgroundImage: CUT('Highlight', 'right') },
  },
  turned: { transform: 'scaleX(-1)' },
});

/** One bar of a bridge; more is filled and less an outline. It shows what the row beside it says. `cut` marks where a piece was left out. */
export function BridgeBar({ place, look, cut = false }: { readonly place: BarPlace; readonly look: BarLook; readonly cut?: boolean }) {
  const styles = useStyles();
  const [left, right] = [Math.min(place.from, place.to), Math.max(place.from, place.to)];
  const whole = look === 'official' ? styles.officialCut : look === 'yours' ? styles.yoursCut : '';
  return (
    <div className={styles.track} aria-hidden>
      <div
        className={mergeClasses(styles.bar, styles[look], cut && whole, cut && place.from > place.to && styles.turned)}
        style={{ left: `min(${left * 100}%, 100% - 2px)`, width: `${(right - left) * 100}%` }}
      />
    </div>
  );
}
