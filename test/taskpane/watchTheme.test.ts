import { watchTheme } from '../../src/taskpane/watchTheme';

function setUp() {
  const [systemScheme, window, document] = [new EventTarget(), new EventTarget(), new EventTarget()];
  let theme = 'light';
  const shown: string[] = [];
  watchTheme(
    { systemScheme, window, document } as Parameters<typeof watchTheme>[0],
    () => theme,
    (next) => shown.push(next),
  );
  return { systemScheme, window, document, shown, set: (next: string) => (theme = next) };
}

test.each(['systemScheme change', 'window hashchange', 'window focus', 'document visibilitychange'])(
  'another theme is shown at once on %s, once',
  (what) => {
    const watched = setUp();
    const [target, event] = what.split(' ') as ['systemScheme' | 'window' | 'document', string];
    watched[target].dispatchEvent(new Event(event));
    expect(watched.shown).toEqual([]);
    watched.set('dark');
    watched[target].dispatchEvent(new Event(event));
    watched[target].dispatchEvent(new Event(event));
    expect(watched.shown).toEqual(['dark']);
    watched.set('light');
    watched[target].dispatchEvent(new Event(event));
    expect(watched.shown).toEqual(['dark', 'light']);
  },
);
