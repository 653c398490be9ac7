// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  ML_LENS_MODEL_ANNOTATIONS,
  ML_LENS_ANNOTATIONS,
  type AnnotationProblem,
} from '@ml-lens/backstage-plugin-ml-lens-common';
import { isWorkloadId } from '@ml-lens/lens-model';
import { createHash } from 'node:crypto';
import type { EntityFacts, WorkloadEntity } from '../workloads/entities';
import type { ParentEdge } from '../workloads/families';

/** The parts of an entity that facts are made from. */
export const FACT_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.uid',
  'metadata.etag',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  ...[
    ML_LENS_ANNOTATIONS.workload,
    ML_LENS_ANNOTATIONS.primary,
    ML_LENS_ANNOTATIONS.lenses,
    ML_LENS_ANNOTATIONS.awsWorkloadArn,
    ...Object.values(ML_LENS_MODEL_ANNOTATIONS),
  ].map(annotation => `metadata.annotations.${annotation}`),
  'spec.owner',
  'spec.system',
  'spec.domain',
  'spec.lifecycle',
  'relations',
];

/** The parts of a group or a domain that tell what it lies below. */
export const FAMILY_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'spec.parent',
  'spec.subdomainOf',
  'relations',
];

/** Longest description kept of an entity. */
const MAX_DESCRIPTION = 2000;
const MAX_TAGS = 100;
/** Models one entity names in one system. */
const MAX_MODELS = 50;
const MAX_MODEL_NAME = 255;

/** As the AWS Well-Architected Tool names its workloads. */
const WORKLOAD_ARN =
  /^arn:aws[a-z-]*:wellarchitected:[a-z0-9-]+:\d{12}:workload\/[0-9a-f]{32}$/;

/** Owners and systems by ref; null for those the catalog does not hold. */
export type RelatedEntities = Map<string, { domain: string | null } | null>;

/** Whether an entity carries the workload annotation. */
export function isLinked(entity: Entity): boolean {
  return annotationOf(entity, ML_LENS_ANNOTATIONS.workload) !== undefined;
}

/**
 * What is stored of an entity with the workload annotation.
 *
 * @param related - its owner and its system, as the catalog has them
 * @param salt - what else the workload depends on; a change of it counts as a
 * change of the entity
 */
export function toWorkloadEntity(
  entity: Entity,
  related: RelatedEntities,
  salt: string,
): WorkloadEntity {
  const entityRef = stringifyEntityRef(entity);
  const value = annotationOf(entity, ML_LENS_ANNOTATIONS.workload) ?? '';
  const workloadId = isWorkloadId(value) ? value : null;
  const facts = toFacts(entity, related);
  const problems = [
    ...annotationProblems(entity, workloadId, facts),
    ...ghosts(entityRef, facts, related),
  ];
  const factsHash = createHash('sha256')
    .update(JSON.stringify([workloadId, facts, problems, salt]))
    .digest('hex');
  return { entityRef, workloadId, facts, factsHash, problems };
}

/** Ref of the system an entity is part of; a system is part of itself. */
export function systemOf(entity: Entity): string | null {
  if (isKind(entity, 'system')) {
    return stringifyEntityRef(entity);
  }
  return relatedTo(entity, RELATION_PART_OF, 'system', 'system');
}

/** What a group or a domain lies below. */
export function parentEdgesOf(entity: Entity): ParentEdge[] {
  const [relation, field] = isKind(entity, 'group')
    ? ([RELATION_CHILD_OF, 'parent'] as const)
    : ([RELATION_PART_OF, 'subdomainOf'] as const);
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return allRelatedTo(entity, relation, kind, field).map(parentRef => ({
    entityRef: stringifyEntityRef(entity),
    parentRef,
  }));
}

/** Ref of the owner of an entity. */
export function ownerOf(entity: Entity): string | null {
  return relatedTo(entity, RELATION_OWNED_BY, null, 'owner');
}

/** Ref of the domain that an entity itself names. */
export function ownDomainOf(entity: Entity): string | null {
  if (isKind(entity, 'domain')) {
    return stringifyEntityRef(entity);
  }
  return relatedTo(entity, RELATION_PART_OF, 'domain', 'domain');
}

/** Annotations whose value cannot be used. */
function annotationProblems(
  entity: Entity,
  workloadId: string | null,
  facts: EntityFacts,
): AnnotationProblem[] {
  const workload = annotationOf(entity, ML_LENS_ANNOTATIONS.workload) ?? '';
  const primary = primaryAnnotationOf(entity);
  const lenses = annotationOf(entity, ML_LENS_ANNOTATIONS.lenses);
  const arn = annotationOf(entity, ML_LENS_ANNOTATIONS.awsWorkloadArn);
  const problem = (
    code: AnnotationProblem['code'],
    annotation: string,
    value: string,
    message: string,
  ): AnnotationProblem => ({
    code,
    entityRef: stringifyEntityRef(entity),
    annotation,
    value: clean(value).slice(0, 200),
    message,
  });
  return [
    workloadId === null &&
      problem(
        'INVALID_WORKLOAD_ID',
        ML_LENS_ANNOTATIONS.workload,
        workload,
        'The workload id must be 1 to 63 lower-case letters, digits and hyphens, and start and end with a letter or digit',
      ),
    primary !== undefined &&
      !['true', 'false'].includes(primary) &&
      problem(
        'INVALID_PRIMARY',
        ML_LENS_ANNOTATIONS.primary,
        primary,
        'The annotation must be "true" or "false" (in quotes); anything else counts as "false"',
      ),
    lenses !== undefined &&
      facts.lenses.length === 0 &&
      problem(
        'INVALID_LENSES',
        ML_LENS_ANNOTATIONS.lenses,
        lenses,
        'The annotation names no lens: write ids with commas between them',
      ),
    arn !== undefined &&
      !WORKLOAD_ARN.test(facts.awsWorkloadArn ?? '') &&
      problem(
        'INVALID_ARN',
        ML_LENS_ANNOTATIONS.awsWorkloadArn,
        arn,
        'The value must be the ARN of a workload of the AWS Well-Architected Tool',
      ),
  ].filter(one => one !== false);
}

/** What an entity names of the catalog and the catalog does not hold. */
function ghosts(
  entityRef: string,
  { owner, system }: EntityFacts,
  related: RelatedEntities,
): AnnotationProblem[] {
  const named = [
    { code: 'UNKNOWN_OWNER', field: 'owner', ref: owner },
    { code: 'UNKNOWN_SYSTEM', field: 'system', ref: system },
  ] as const;
  return named.flatMap(({ code, field, ref }) =>
    ref !== null && related.get(ref) === null
      ? [
          {
            code,
            entityRef,
            annotation: `spec.${field}`,
            value: ref,
            message: `The catalog does not hold the ${field} ${ref}`,
          },
        ]
      : [],
  );
}

function toFacts(entity: Entity, related: RelatedEntities): EntityFacts {
  const system = systemOf(entity);
  const title = clean(entity.metadata.title ?? '').trim();
  const description = clean(entity.metadata.description ?? '').trim();
  const lifecycle = clean(entity.spec?.lifecycle).trim();
  const arn = clean(
    annotationOf(entity, ML_LENS_ANNOTATIONS.awsWorkloadArn),
  ).trim();
  return {
    kind: entity.kind.toLocaleLowerCase('en-US'),
    title: title || entity.metadata.name,
    description: description.slice(0, MAX_DESCRIPTION) || null,
    owner: ownerOf(entity),
    system,
    domain:
      ownDomainOf(entity) ?? (system && related.get(system)?.domain) ?? null,
    lifecycle: lifecycle || null,
    tags: [...new Set(entity.metadata.tags ?? [])]
      .map(clean)
      .slice(0, MAX_TAGS),
    primary: primaryAnnotationOf(entity) === 'true',
    lenses: namesIn(clean(annotationOf(entity, ML_LENS_ANNOTATIONS.lenses))),
    awsWorkloadArn: arn || null,
    ...modelsOf(entity),
  };
}

/** Names of a list with commas: in order, each once, blanks dropped. */
function namesIn(value: string): string[] {
  return [
    ...new Set(
      value
        .split(',')
        .map(name => name.trim())
        .filter(Boolean),
    ),
  ];
}

/** Names of models by the system that knows them, where there are any. */
function modelsOf(entity: Entity): Pick<EntityFacts, 'models'> {
  const models = Object.entries(ML_LENS_MODEL_ANNOTATIONS).flatMap(
    ([source, annotation]) => {
      // A list of names, as of lenses.
      const names = namesIn(clean(annotationOf(entity, annotation)))
        .filter(name => name.length <= MAX_MODEL_NAME)
        .slice(0, MAX_MODELS);
      return names.length > 0 ? [[source, names] as const] : [];
    },
  );
  return models.length > 0 ? { models: Object.fromEntries(models) } : {};
}

/**
 * The entity another one relates to, in lower case: by its relations, as the
 * catalog made them, else by what its spec says.
 */
function relatedTo(
  entity: Entity,
  relation: string,
  targetKind: string | null,
  specField: 'owner' | 'system' | 'domain',
): string | null {
  return allRelatedTo(entity, relation, targetKind, specField).at(0) ?? null;
}

/** Refs an entity has such relations to; else the one its field names. */
function allRelatedTo(
  entity: Entity,
  relation: string,
  targetKind: string | null,
  specField: 'owner' | 'system' | 'domain' | 'parent' | 'subdomainOf',
): string[] {
  const targets = (entity.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => clean(targetRef).toLocaleLowerCase('en-US'))
    .filter(ref => targetKind === null || ref.startsWith(`${targetKind}:`))
    .sort();
  if (targets.length > 0) {
    return targets;
  }
  const named = clean(entity.spec?.[specField]).trim();
  try {
    return named
      ? [
          stringifyEntityRef(
            parseEntityRef(named, {
              defaultKind: targetKind ?? 'group',
              defaultNamespace: entity.metadata.namespace,
            }),
          ),
        ]
      : [];
  } catch {
    return [];
  }
}

function primaryAnnotationOf(entity: Entity): string | undefined {
  return annotationOf(entity, ML_LENS_ANNOTATIONS.primary)?.trim();
}

function annotationOf(entity: Entity, annotation: string): string | undefined {
  const value: unknown = entity.metadata.annotations?.[annotation];
  return typeof value === 'string' ? value : undefined;
}

function isKind(entity: Entity, kind: string): boolean {
  return entity.kind.toLocaleLowerCase('en-US') === kind;
}

/** A text of the catalog without the NUL characters a database refuses. */
function clean(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\u0000', '') : '';
}
