// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  paginateListEndpoints,
  paginateListModelCards,
  paginateListModelPackageGroups,
  paginateListModelPackages,
  paginateListMonitoringExecutions,
  paginateListMonitoringSchedules,
  SageMaker,
  type EndpointSummary,
  type SageMakerClientConfig,
  type ModelCardSummary,
  type ModelPackageGroupSummary,
  type ModelPackageSummary,
  type MonitoringExecutionSummary,
  type MonitoringScheduleSummary,
} from '@aws-sdk/client-sagemaker';
import { mlLensConnectionProblem } from '@ml-lens/backstage-plugin-ml-lens-node';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { SageMakerAccountConfig } from './config';

/** Most that one answer may hold, as SageMaker has it. */
const PAGE = 100;
const ATTEMPTS = 5;
const CONNECT_MS = 5_000;
const PATIENCE_MS = 30_000;

/** What the account may not do; the rest of it is told all the same. */
export class NotAllowed extends Error {}

type Credentials = SageMakerClientConfig['credentials'];

/** SageMaker in one account and region, as far as it is needed. */
export class SageMakerAccount {
  readonly id: string;
  readonly #client: SageMaker;
  readonly #webUrl: string | undefined;

  constructor(
    options: Pick<
      SageMakerAccountConfig,
      'id' | 'region' | 'endpoint' | 'webUrl'
    > & {
      credentials: Credentials;
      /** Milliseconds one answer is waited for. Default: 30 s. */
      patienceMs?: number;
    },
  ) {
    const { id, region, endpoint, webUrl, credentials } = options;
    this.id = id;
    this.#webUrl = webUrl;
    this.#client = new SageMaker({
      region,
      credentials,
      ...(endpoint && { endpoint }),
      // Pauses grow and differ, and a limit holds for all that is tried again.
      retryMode: 'standard',
      maxAttempts: ATTEMPTS,
      requestHandler: new NodeHttpHandler({
        connectionTimeout: CONNECT_MS,
        requestTimeout: options.patienceMs ?? PATIENCE_MS,
        throwOnRequestTimeout: true,
      }),
    });
  }

  get title(): string {
    return `SageMaker '${this.id}'`;
  }

  /** Where people see a group; undefined where nobody said. */
  pageOf(group: string): string | undefined {
    return this.#webUrl?.replaceAll('{group}', encodeURIComponent(group));
  }

  /** Whether there is a model package group. */
  async hasGroup(name: string, abortSignal: AbortSignal): Promise<boolean> {
    const found = await this.#ifThere(() =>
      this.#client.describeModelPackageGroup(
        { ModelPackageGroupName: name },
        { abortSignal },
      ),
    );
    return found !== undefined;
  }

  /** Every model package group. */
  groups(signal: AbortSignal): AsyncGenerator<ModelPackageGroupSummary> {
    return this.#all(
      signal,
      paginateListModelPackageGroups(this.#paging, {}),
      page => page.ModelPackageGroupSummaryList,
    );
  }

  /** Versions of a group, or of all of them. */
  packages(
    signal: AbortSignal,
    group?: string,
  ): AsyncGenerator<ModelPackageSummary> {
    return this.#all(
      signal,
      paginateListModelPackages(
        this.#paging,
        group === undefined
          ? { ModelPackageType: 'Versioned' }
          : { ModelPackageGroupName: group },
      ),
      page => page.ModelPackageSummaryList,
    );
  }

  /** Every model card. */
  cards(signal: AbortSignal): AsyncGenerator<ModelCardSummary> {
    return this.#all(
      signal,
      paginateListModelCards(this.#paging, {}),
      page => page.ModelCardSummaries,
    );
  }

  /** Every endpoint. */
  endpoints(signal: AbortSignal): AsyncGenerator<EndpointSummary> {
    return this.#all(
      signal,
      paginateListEndpoints(this.#paging, {}),
      page => page.Endpoints,
    );
  }

  /** Every monitoring schedule. */
  schedules(signal: AbortSignal): AsyncGenerator<MonitoringScheduleSummary> {
    return this.#all(
      signal,
      paginateListMonitoringSchedules(this.#paging, {}),
      page => page.MonitoringScheduleSummaries,
    );
  }

  /** Executions of all schedules since an instant, newest first. */
  executions(
    signal: AbortSignal,
    since: Date,
  ): AsyncGenerator<MonitoringExecutionSummary> {
    return this.#all(
      signal,
      paginateListMonitoringExecutions(this.#paging, {
        SortBy: 'CreationTime',
        SortOrder: 'Descending',
        CreationTimeAfter: since,
      }),
      page => page.MonitoringExecutionSummaries,
    );
  }

  /** The text of a model card; undefined where it is gone. */
  async cardText(
    name: string,
    abortSignal: AbortSignal,
  ): Promise<string | undefined> {
    const found = await this.#ifThere(() =>
      this.#client.describeModelCard({ ModelCardName: name }, { abortSignal }),
    );
    return found?.Content;
  }

  /** Whether a version has a card of its own. */
  async hasCard(arn: string, abortSignal: AbortSignal): Promise<boolean> {
    const found = await this.#ifThere(() =>
      this.#client.describeModelPackage(
        { ModelPackageName: arn },
        { abortSignal },
      ),
    );
    return Boolean(found?.ModelCard?.ModelCardContent);
  }

  /** Variants of an endpoint with the models they serve. */
  async variants(
    endpoint: string,
    abortSignal: AbortSignal,
  ): Promise<{ variant: string; model: string; weight: number }[]> {
    const found = await this.#ifThere(() =>
      this.#client.describeEndpoint(
        { EndpointName: endpoint },
        { abortSignal },
      ),
    );
    const config =
      found?.EndpointConfigName &&
      (await this.#ifThere(() =>
        this.#client.describeEndpointConfig(
          {
            EndpointConfigName: found.EndpointConfigName,
          },
          { abortSignal },
        ),
      ));
    const weights = new Map(
      found?.ProductionVariants?.map(one => [
        one.VariantName,
        one.CurrentWeight,
      ]),
    );
    return (config ? config.ProductionVariants ?? [] : []).flatMap(
      ({ VariantName: variant, ModelName: model, ...one }) =>
        variant && model
          ? [
              {
                variant,
                model,
                weight: weights.get(variant) ?? one.InitialVariantWeight ?? 1,
              },
            ]
          : [],
    );
  }

  /** ARNs of the model packages that a model is made of. */
  async packagesOf(model: string, abortSignal: AbortSignal): Promise<string[]> {
    const found = await this.#ifThere(() =>
      this.#client.describeModel({ ModelName: model }, { abortSignal }),
    );
    return [found?.PrimaryContainer, ...(found?.Containers ?? [])].flatMap(
      container => container?.ModelPackageName ?? [],
    );
  }

  get #paging() {
    return { client: this.#client, pageSize: PAGE };
  }

  /** The items of all pages. */
  async *#all<Page, Item>(
    signal: AbortSignal,
    pages: AsyncIterable<Page>,
    itemsOf: (page: Page) => Item[] | undefined,
  ): AsyncGenerator<Item> {
    try {
      for await (const page of pages) {
        signal.throwIfAborted();
        yield* itemsOf(page) ?? [];
      }
    } catch (error) {
      throw this.#problemOf(error);
    }
  }

  /** What was asked for; undefined where it is not there. */
  async #ifThere<T>(ask: () => Promise<T>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (isMissing(error)) {
        return undefined;
      }
      throw this.#problemOf(error);
    }
  }

  /** An error that is fit to be shown: SDK's name accounts and addresses. */
  #problemOf(error: unknown): Error {
    if (error instanceof NotAllowed) {
      return error;
    }
    const { name, $metadata } = error as {
      name: string;
      $metadata?: { httpStatusCode?: number };
    };
    const status = $metadata?.httpStatusCode;
    if (/AccessDenied|NotAuthorized/.test(name)) {
      return new NotAllowed(`${this.title} refuses the credentials (403)`);
    }
    if (
      name === 'CredentialsProviderError' ||
      /Token|Signature|Credential|UnrecognizedClient/.test(name) ||
      status === 401 ||
      status === 403
    ) {
      return new Error(
        `${this.title} refuses the credentials (${status ?? 'none'})`,
      );
    }
    if (/Throttl|TooManyRequests|SlowDown/.test(name)) {
      return new Error(`${this.title} is asked too often`);
    }
    if (error instanceof SyntaxError) {
      return new Error(`${this.title} gave an answer that cannot be read`);
    }
    return new Error(
      status !== undefined && status >= 400
        ? `${this.title} answered with ${status}`
        : mlLensConnectionProblem(this.title, error),
    );
  }
}

/** SageMaker says so in one of two ways. */
function isMissing(error: unknown): boolean {
  const { name, message } = error as Error;
  return (
    name === 'ResourceNotFound' ||
    (name === 'ValidationException' &&
      /do(es)?( not|n't) exist|(could not|cannot) find/i.test(message))
  );
}
