import { makeStyles, tokens } from '@fluentui/react-components';

/** How the row that the keyboard is at looks, the same for headings and differences. */
export const useRowStyles = makeStyles({
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '[role=tree]:focus-visible &': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});
