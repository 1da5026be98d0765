import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** What is known of how Office looks: its background colour (`#1f1f1f`), what the host says in the pane's address, what the system prefers. */
export interface Surroundings {
  readonly officeBackground: string | undefined;
  readonly hash: string;
  readonly systemIsDark: boolean;
}

/** The theme that fits: what the host says in the address (`#theme=dark`), else Office's own, else the system's. */
export function chooseTheme({ officeBackground, hash, systemIsDark }: Surroundings): Theme {
  const asked = new URLSearchParams(hash.slice(1)).get('theme');
  if (asked === 'dark') return webDarkTheme;
  if (asked === 'light') return webLightTheme;
  const lightness = officeBackground === undefined ? null : lightnessOf(officeBackground);
  return (lightness === null ? systemIsDark : lightness < 0.5) ? webDarkTheme : webLightTheme;
}

/** From 0, black, to 1, white; null when the text is not a `#rrggbb` colour. */
function lightnessOf(colour: string): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (match === null) return null;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
