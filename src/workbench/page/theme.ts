import { byId } from './byId';

const CHOICES = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Lets the user choose light or dark, first as the system has it; `changed` is told now and at every change. */
export function chooseTheme(changed: (theme: 'light' | 'dark') => void): void {
  const list = byId('theme', HTMLSelectElement);
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  for (const [value, label] of Object.entries(CHOICES)) list.add(new Option(label, value));
  let now: string | null = null;
  const apply = (): void => {
    const theme = list.value === 'system' ? (system.matches ? 'dark' : 'light') : list.value === 'dark' ? 'dark' : 'light';
    if (theme === now) return;
    now = theme;
    document.documentElement.dataset['theme'] = theme;
    changed(theme);
  };
  list.addEventListener('change', apply);
  system.addEventListener('change', apply);
  apply();
}
