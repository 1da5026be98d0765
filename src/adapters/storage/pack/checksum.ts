/** Adler-32 of the bytes, in eight hex digits: tells that something was cut short or changed on the way, no more. */
export function checksum(bytes: Uint8Array): string {
  let sum = 1;
  let sums = 0;
  for (let at = 0; at < bytes.length;) {
    // As many as cannot pass 2^53.
    const end = Math.min(bytes.length, at + 5_000);
    for (; at < end; at++) {
      sum += bytes[at]!;
      sums += sum;
    }
    sum %= 65_521;
    sums %= 65_521;
  }
  return (sums * 65_536 + sum).toString(16).padStart(8, '0');
}
