// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A model of a CycloneDX ML-BOM, and what its card there says.
 *
 * @public
 */
export interface MlBomModel {
  name?: string;
  version?: string;
  datasets: boolean;
  metrics: boolean;
  limitations: boolean;
  fairness: boolean;
  licenses: boolean;
}

/**
 * The models that a CycloneDX document describes, however it came to be: parts
 * that are not of the shape of the standard count as missing.
 *
 * @param bom - as parsed from JSON
 * @returns undefined for what is no CycloneDX document of 1.5 or later, which is
 *   when machine learning came to it
 *
 * @public
 */
export function readMlBom(bom: unknown): MlBomModel[] | undefined {
  const version = part(bom, 'specVersion');
  if (
    part(bom, 'bomFormat') !== 'CycloneDX' ||
    typeof version !== 'string' ||
    !isFrom(version, 1, 5)
  ) {
    return undefined;
  }
  const components = part(bom, 'components');
  const main = part(part(bom, 'metadata'), 'component');
  return [main, ...(Array.isArray(components) ? components : [])]
    .filter(component => part(component, 'type') === 'machine-learning-model')
    .map(toModel);
}

function toModel(component: unknown): MlBomModel {
  const card = part(component, 'modelCard');
  const considerations = part(card, 'considerations');
  return {
    name: textOf(part(component, 'name')),
    version: textOf(part(component, 'version')),
    datasets: hasAny(part(part(card, 'modelParameters'), 'datasets')),
    metrics: hasAny(
      part(part(card, 'quantitativeAnalysis'), 'performanceMetrics'),
    ),
    limitations: hasAny(part(considerations, 'technicalLimitations')),
    fairness: hasAny(part(considerations, 'fairnessAssessments')),
    licenses: hasAny(part(component, 'licenses')),
  };
}

function isFrom(version: string, major: number, minor: number): boolean {
  const [a, b] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

function part(value: unknown, key: string): unknown {
  return value && typeof value === 'object' && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function hasAny(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
