// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { useMemo } from 'react';
import {
  type CompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import { configApiRef, useApi, useRouteRef } from '@backstage/core-plugin-api';
import { createFromTemplateRouteRef } from '../../../externalRoutes';

/** What the form of a template is given. */
interface TemplateParameters {
  title: string;
  description: string;
  workload: string;
  entityRef: string;
  item: string;
}

/**
 * Finds the filled-in form of the template that the portal has for practices of
 * a plan. Undefined where none is configured or the app has no scaffolder.
 */
export function useTemplatePath():
  | ((parameters: TemplateParameters) => string)
  | undefined {
  const ref = useApi(configApiRef).getOptionalString(
    'mlLens.improvements.scaffolderTemplate',
  );
  const route = useRouteRef(createFromTemplateRouteRef);
  return useMemo(() => {
    const template = templateOf(ref);
    if (!route || !template) return undefined;
    const path = route({
      namespace: template.namespace,
      templateName: template.name,
    });
    return parameters =>
      `${path}?${new URLSearchParams({
        formData: JSON.stringify(parameters),
      })}`;
  }, [ref, route]);
}

function templateOf(ref: string | undefined): CompoundEntityRef | undefined {
  if (!ref) return undefined;
  try {
    const template = parseEntityRef(ref, { defaultKind: 'template' });
    return template.kind.toLocaleLowerCase('en-US') === 'template'
      ? template
      : undefined;
  } catch {
    return undefined;
  }
}
