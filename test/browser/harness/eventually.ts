/** Waits until a reading is, or matches, what is expected; fails with what it was last. Patient, for machines that do other things too. */
export async function eventually<T>(read: () => Promise<T>, expected: T | RegExp, patience = 60_000): Promise<void> {
  const fits = (value: T) => (expected instanceof RegExp ? expected.test(String(value)) : Object.is(value, expected));
  const end = Date.now() + patience;
  let value = await read();
  while (!fits(value) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    value = await read();
  }
  if (expected instanceof RegExp) expect(value).toMatch(expected);
  else expect(value).toBe(expected);
}
