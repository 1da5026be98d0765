import { byId } from './byId';

const CHOICES = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Light or dark; `asked` when the user chose it here, so that it may be other than the system's. */
export interface ChosenTheme {
  readonly theme: 'light' | 'dark';
  readonly asked: boolean;
}

/** Lets the user choose light or dark, first as the system has it; `changed` is told now and at every change. */
export function chooseTheme(changed: (chosen: ChosenTheme) => void): void {
  const list = byId('theme', HTMLSelectElement);
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  for (const [value, label] of Object.entries(CHOICES)) list.add(new Option(label, value));
  let now: string | null = null;
  const apply = (): void => {
    const theme = list.value === 'system' ? (system.matches ? 'dark' : 'light') : list.value === 'dark' ? 'dark' : 'light';
    const asked = list.value !== 'system';
    if (`${theme} ${asked}` === now) return;
    now = `${theme} ${asked}`;
    document.documentElement.dataset['theme'] = theme;
    changed({ theme, asked });
  };
  list.addEventListener('change', apply);
  system.addEventListener('change', apply);
  apply();
}
