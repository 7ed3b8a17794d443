type Parts = {
  randomFrom(seed: number): () => number;
  /** The HTML of page `number` of a kind. */
  texts: Record<'code' | 'spreadsheet' | 'coloured' | 'korean', (number: number) => string>;
};

/** Runs in the source page: texts of every kind, drawn from word lists. */
export function installTexts(): void {
  const page = globalThis as unknown as Parts;
  const keywords = 'const let return await function if for export import class'.split(' ');
  const names =
    'buffer offset peer stream encoder frame latency viewer token payload window capture socket handler config result index length timeout candidate answer screen'.split(
      ' ',
    );
  const ends = ['.', '(', ') ', ' = ', '[0] ', '; ', ' + ', ' => '];
  const korean =
    '화면 공유 연결 서버 회의 자료 글자 또렷하게 보이는 속도 지연 시간 측정 결과 그림 품질 네트워크 사용자 동료 주소 암호 확인 버튼 설정 오늘 내일 문서 계획 검토 의견 변경 저장 완료 이름 목록'.split(
      ' ',
    );
  const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const lines = (count: number, line: (row: number) => string) =>
    Array.from({ length: count }, (_, row) => line(row));

  const codeLine = (random: () => number, number: number): string => {
    let line = `${String(number).padStart(5)}  ${'  '.repeat(Math.floor(random() * 4))}`;
    let html = line;
    while (line.length < 205) {
      const kind = random();
      const [tag, text] =
        kind < 0.25
          ? ['b', `${pick(random, keywords)} `]
          : kind < 0.4
            ? ['i', `'${pick(random, names)}-${Math.floor(random() * 9_999)}' `]
            : kind < 0.46
              ? ['s', `/* ${pick(random, names)} ${pick(random, names)} */ `]
              : ['u', `${pick(random, names)}${pick(random, ends)}${pick(random, names)} `];
      line += text;
      html += tag === 'u' ? escaped(text) : `<${tag}>${escaped(text)}</${tag}>`;
    }
    return html;
  };
  const sentence = (random: () => number, words: readonly string[], count: number) =>
    Array.from({ length: count }, () => pick(random, words)).join(' ');

  page.texts = {
    code: (number) => {
      const random = page.randomFrom(number);
      return `<pre>${lines(105, (row) => codeLine(random, number * 105 + row)).join('\n')}</pre>`;
    },
    spreadsheet: (number) => {
      const random = page.randomFrom(number);
      const cells = lines(22 * 54, (index) => {
        const amount = ((random() - 0.2) * 10 ** (1 + Math.floor(random() * 5))).toFixed(2);
        const isHead = index < 22;
        const look = isHead ? 'background:#dfe7ef' : random() < 0.06 ? 'background:#fde9b8' : '';
        return `<span style="${look}">${isHead ? pick(random, names) : amount}</span>`;
      });
      return `<div class="sheet">${cells.join('')}</div>`;
    },
    coloured: (number) => {
      const random = page.randomFrom(number);
      const inks = ['#ff4040', '#40a0ff', '#ff40ff', '#30e060', '#ffb020', '#9060ff', '#40ffff'];
      const grounds = ['#1c1830', '#102040', '#301818', '#f8f0d0', '#004848'];
      const rows = lines(69, () => {
        const look = `color:${pick(random, inks)};background:${pick(random, grounds)}`;
        return `<p style="${look}">${sentence(random, names, 34)}</p>`;
      });
      return `<div class="coloured" style="padding-top:16px">${rows.join('')}</div>`;
    },
    korean: (number) => {
      const random = page.randomFrom(number);
      return `<div class="korean">${lines(43, () => `<p>${sentence(random, korean, 46)}</p>`).join('')}</div>`;
    },
  };
}
