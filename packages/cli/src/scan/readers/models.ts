import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { parse } from 'yaml';
import { type Fact, factsOfLines, lineWith, linesOf, literal } from '../Fact';
import type { Reader } from './Reader';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** Headings of a model card, by what they are about. */
const SECTIONS: [name: string, pattern: RegExp][] = [
  ['intended-use', /intended use|uses\b|use cases/i],
  ['limitations', /limitation|out.of.scope|risks?\b/i],
  ['bias', /bias|fairness|ethical/i],
  ['metrics', /metrics|evaluation|performance/i],
  ['training-data', /training data|dataset/i],
];

/** A model card: front matter as model hubs have it, and its headings. */
export const modelCard: Reader = {
  wants: path => /(^|\/)(README|model[-_ ]?card)[\w-]*\.md$/i.test(path),
  read(file) {
    const { path, text } = file;
    const matter = FRONT_MATTER.exec(text);
    const keys = matter ? parse(matter[1]) : undefined;
    const isCard =
      /model[-_ ]?card/i.test(path) ||
      ['model-index', 'base_model', 'library_name', 'pipeline_tag'].some(
        key => keys?.[key] !== undefined,
      );
    if (!isCard) return [];
    const fields = Object.entries(keys ?? {}).flatMap(([key, value]): Fact[] =>
      value === null || value === '' || (Array.isArray(value) && !value.length)
        ? []
        : [
            {
              name: `model-card/${key}`,
              path,
              ...lineWith(text, new RegExp(`^${literal(key)}\\s*:`)),
            },
          ],
    );
    const headings = factsOfLines(file, /^#{1,4}\s+(.+)/, ([, heading]) => {
      const section = SECTIONS.find(([, pattern]) => pattern.test(heading));
      return section && `model-card/section/${section[0]}`;
    });
    return [...fields, ...headings.filter(({ line }) => hasText(text, line))];
  },
};

/** Whether a section says anything before the next heading. */
function hasText(text: string, heading: number): boolean {
  for (const [line, content] of linesOf(text)) {
    if (line <= heading) continue;
    if (/^#/.test(content)) return false;
    // What templates leave to be filled in.
    if (
      /\w{3}/.test(content) &&
      !/\[?more information needed|todo\b/i.test(content)
    ) {
      return true;
    }
  }
  return false;
}

/** A CycloneDX ML-BOM: models with their cards. Others are not looked at. */
export const mlBom: Reader = {
  wants: path => /(^|\/)(bom|[\w.-]*\.cdx|[\w.-]*ml-?bom)\.json$/i.test(path),
  async read({ path, text }) {
    const bom = JSON.parse(text);
    const version = Object.values(Spec.Version).find(
      known => known === bom.specVersion,
    );
    // Machine learning came with 1.5.
    if (bom.bomFormat !== 'CycloneDX' || !version || version < '1.5') return [];
    const problems = await new Validation.JsonValidator(version).validate(text);
    if (problems !== null) return [];
    const models = (bom.components ?? []).filter(
      (component: any) => component?.type === 'machine-learning-model',
    );
    const at = (name: string, pattern: RegExp): Fact => ({
      name: `ml-bom/${name}`,
      path,
      ...lineWith(text, pattern),
    });
    return models.flatMap((model: any) => {
      const card = model.modelCard ?? {};
      const { quantitativeAnalysis, considerations, modelParameters } = card;
      return [
        at('model', /machine-learning-model/),
        ...(modelParameters?.datasets?.length
          ? [at('datasets', /"datasets"/)]
          : []),
        ...(quantitativeAnalysis?.performanceMetrics?.length
          ? [at('metrics', /"performanceMetrics"/)]
          : []),
        ...(considerations?.technicalLimitations?.length
          ? [at('limitations', /"technicalLimitations"/)]
          : []),
        ...(considerations?.fairnessAssessments?.length
          ? [at('fairness', /"fairnessAssessments"/)]
          : []),
        ...(model.licenses?.length ? [at('license', /"licenses"/)] : []),
      ];
    });
  },
};

/** An MLflow model: what it was trained with, and what it takes and gives. */
export const mlModel: Reader = {
  wants: path => /(^|\/)MLmodel$/.test(path),
  read({ path, text }) {
    const model = parse(text);
    return [
      'signature',
      'run_id',
      'model_uuid',
      'flavors',
      'saved_input_example_info',
    ]
      .filter(key => model?.[key])
      .map(key => ({
        name: `mlmodel/${key}`,
        path,
        ...lineWith(text, new RegExp(`^${key}\\s*:`)),
      }));
  },
};
