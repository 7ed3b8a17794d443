type Closable = { close(): Promise<void> };

/** Opens two things at once; where one does not open, the other is closed again. */
export async function openBoth<First extends Closable, Second extends Closable>(
  openFirst: Promise<First>,
  openSecond: Promise<Second>,
): Promise<readonly [First, Second]> {
  const [first, second] = await Promise.allSettled([openFirst, openSecond]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled') {
    return [first.value, second.value];
  }
  for (const opened of [first, second]) {
    if (opened.status === 'fulfilled') await opened.value.close();
  }
  throw [first, second].find((opened) => opened.status === 'rejected')?.reason;
}
