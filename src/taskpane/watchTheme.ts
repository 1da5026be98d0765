/** What the pane's window tells of a look that may have changed. */
export interface ThemeEvents {
  readonly systemScheme: Pick<MediaQueryList, 'addEventListener'>;
  readonly window: Pick<Window, 'addEventListener'>;
  readonly document: Pick<Document, 'addEventListener'>;
}

/** Calls `changed` with the theme whenever it is another one: when the system switches, the host says so in the pane's address, and when the user comes back from where Office's theme is set, of which Excel tells nothing. */
export function watchTheme<Theme>(
  { systemScheme, window, document }: ThemeEvents,
  themeNow: () => Theme,
  changed: (theme: Theme) => void,
): void {
  let shown = themeNow();
  const look = () => {
    const theme = themeNow();
    if (theme === shown) return;
    shown = theme;
    changed(theme);
  };
  systemScheme.addEventListener('change', look);
  window.addEventListener('hashchange', look);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
}
