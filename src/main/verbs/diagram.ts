import { Command } from 'commander';
import { toMermaid } from '../../journey/diagram/to-mermaid.ts';
import { toSvg } from '../../journey/diagram/to-svg.ts';
import { type Language, requireFlow } from './check.ts';
import { print, printJson } from './print.ts';

/** `limen diagram <flow>`: the flow as Mermaid, or as SVG. */
export const diagramVerb = (): Command =>
  new Command('diagram')
    .description('draws a flow as Mermaid, or with --svg as SVG')
    .argument('<flow>', 'the folder, like flows/velkomst')
    .option('--svg', 'SVG instead of Mermaid')
    .option('--language <da|en>', 'the language of problems', 'da')
    .option('--json', 'both drawings as JSON')
    .action(async (folder: string, options: { svg?: boolean; language: Language; json?: boolean }) => {
      const flow = await requireFlow(folder, options.language);
      if (options.json) printJson({ flow: flow.name, mermaid: toMermaid(flow), svg: toSvg(flow) });
      else print(options.svg ? toSvg(flow) : toMermaid(flow));
    });
