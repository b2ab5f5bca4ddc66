import { describe, expect, it } from 'vitest';
import { toMermaid } from '../../../src/journey/diagram/to-mermaid.ts';
import { toSvg } from '../../../src/journey/diagram/to-svg.ts';
import { waysOf } from '../../../src/journey/diagram/ways.ts';
import { alert, ask, branch, end, invite, makeFlow, say, wait } from '../engine/make-flow.ts';

const flow = makeFlow([
  invite('inviter', { remind: 'every 4 days, 2 times', consent: 'samtykke' }),
  say('husk', { when: '3 days before dag at 09:00', late: 'skip' }),
  ask('spoerg', {
    ja: { say: 'tak', go: 'del' },
    nej: { alert: { to: 'advisor', urgent: true }, go: 'slut' },
  }),
  wait('vent', '2 days'),
  branch('del', 'relation', { søskende: 'ring', forælder: 'husk' }, 'igen'),
  wait('igen', 'until next tuesday at 10:00'),
  alert('ring', { task: 'opgave' }),
  end('slut', 'færdig'),
]);

const hostile = { ...makeFlow([say('x'), say('y')]), title: '</title><script>alert(1)</script>&"\'' };
hostile.texts = {
  da: { x: '"] --> e9["<b onload=1>&amp;`', y: 'Hej\u0000 \ud800 {% if a %}{{ tiltale }}{% endif %}' },
};

describe('the ways through a flow', () => {
  it('gathers the answers that lead to the same place, and names the endings', () => {
    expect(waysOf(flow)).toEqual([
      { from: 'inviter', labels: ['ja tak'], to: 'husk' },
      { from: 'inviter', labels: ['nej tak'], ends: 'afslået' },
      { from: 'inviter', labels: ['udløbet'], ends: 'ubesvaret' },
      { from: 'husk', labels: [], to: 'spoerg' },
      { from: 'spoerg', labels: ['JA'], to: 'del' },
      { from: 'spoerg', labels: ['NEJ'], ends: 'færdig' },
      { from: 'spoerg', labels: ['intet svar'], to: 'vent' },
      { from: 'vent', labels: [], to: 'del' },
      { from: 'del', labels: ['søskende'], to: 'ring' },
      { from: 'del', labels: ['forælder'], to: 'husk' },
      { from: 'del', labels: ['ellers'], to: 'igen' },
      { from: 'igen', labels: [], to: 'ring' },
      { from: 'ring', labels: [], ends: 'færdig' },
    ]);
  });

  it('ends when there is no step left', () => {
    expect(waysOf(makeFlow([say('kun')]))).toEqual([{ from: 'kun', labels: [], ends: 'gennemført' }]);
  });
});

describe('toMermaid', () => {
  const drawn = toMermaid(flow).split('\n');

  it('draws every step once and every way once', () => {
    expect(drawn[0]).toBe('flowchart TD');
    expect(drawn.filter((line) => /^ {2}s\d+[[({]/.test(line))).toHaveLength(7);
    expect(drawn.filter((line) => line.includes('-->'))).toHaveLength(1 + waysOf(flow).length);
    expect(drawn).toContain('  s5 -->|"søskende"| s7');
    expect(drawn).toContain('  s3 -->|"NEJ"| e3');
  });

  it('speaks Danish', () => {
    expect(toMermaid(flow)).toContain('3 dage før dagen kl. 09.00');
    expect(toMermaid(flow)).toContain('hasteopgave til vejleder');
    expect(toMermaid(flow)).toContain('til næste tirsdag kl. 10.00');
  });

  it('lets no text break out of its label', () => {
    const lines = toMermaid(hostile).split('\n');
    expect(lines.filter((line) => line.includes('-->'))).toHaveLength(3);
    for (const line of lines) expect(line.match(/"/g)?.length ?? 0).toBeLessThanOrEqual(2);
    expect(toMermaid(hostile)).not.toMatch(/<(?!br\/>)|`/);
  });
});

describe('toSvg', () => {
  const svg = toSvg(flow);

  it('tells what it is to those who do not see it', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="flow-title flow-desc"/);
    expect(svg).toContain('<title id="flow-title">Forløbet Example</title>');
    expect(svg).toContain('Kan slutte med: afslået, ubesvaret, færdig.');
  });

  it('has a box for every step, with its moment, and a pill for every ending', () => {
    for (const { id, kind } of flow.steps) if (kind !== 'end') expect(svg).toContain(`>${id}</text>`);
    expect(svg).toContain('>3 dage før dagen kl. 09.00</text>');
    expect(svg.match(/<rect /g)).toHaveLength(1 + 7 + 1 + 4);
  });

  it('needs no styles, scripts or addresses', () => {
    expect(svg).not.toMatch(/<style| style=|<script|href|url\(/);
  });

  it('lets no text break out, and drops what XML cannot hold', () => {
    expect(toSvg(hostile)).not.toMatch(/<script|<b /);
    expect(toSvg(hostile)).not.toMatch(/\p{Cs}/u);
    expect(toSvg(hostile)).not.toContain('\u0000');
    expect(toSvg(hostile)).toContain('[tiltale]');
  });

  it('keeps everything inside its frame', () => {
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
    const numbers = [...svg.matchAll(/ x="([\d.-]+)" y="([\d.-]+)"/g)];
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThan(Number(width));
      expect(Number(y)).toBeGreaterThan(0);
      expect(Number(y)).toBeLessThan(Number(height));
    }
  });
});
