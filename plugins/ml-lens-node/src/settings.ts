// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/**
 * Settings of a module below one key, checked as they are read: an error names
 * the whole key and says what is wrong with it.
 *
 * @public
 */
export class MlLensSettings {
  private constructor(
    private readonly config: Config,
    /** Where these settings stand: `mlLens.models.mlflow`. */
    readonly key: string,
  ) {}

  /** The settings below a key; undefined where there are none. */
  static below(rootConfig: Config, key: string): MlLensSettings | undefined {
    const config = rootConfig.getOptionalConfig(key);
    return config && new MlLensSettings(config, key);
  }

  /** An error about these settings, or about one of them. */
  invalid(problem: string, key?: string): InputError {
    return new InputError(
      `Invalid configuration: ${key ? this.keyOf(key) : this.key}: ${problem}`,
    );
  }

  /** The settings as they were written. */
  raw(): unknown {
    return this.config.get();
  }

  /**
   * A text.
   *
   * @throws Error where it is missing or no text
   */
  string(key: string): string {
    return this.config.getString(key);
  }

  /**
   * A text; undefined where there is none.
   *
   * @throws Error where it is no text
   */
  optionalString(key: string): string | undefined {
    return this.config.getOptionalString(key);
  }

  /**
   * A list of texts; undefined where there is none.
   *
   * @throws Error where it is no list of texts
   */
  optionalStrings(key: string): string[] | undefined {
    return this.config.getOptionalStringArray(key);
  }

  /** The settings of each item of a list. */
  list(key: string): MlLensSettings[] {
    return this.config
      .getConfigArray(key)
      .map(
        (item, index) =>
          new MlLensSettings(item, `${this.keyOf(key)}[${index}]`),
      );
  }

  /** {@link MlLensSettings.list}; undefined where there is none. */
  optionalList(key: string): MlLensSettings[] | undefined {
    return this.config.has(key) ? this.list(key) : undefined;
  }

  /**
   * An address without slashes at its end.
   *
   * @throws Error where it is missing, InputError where it is none of a web
   *   server
   */
  address(key: string): string {
    return this.addressOf(key, this.string(key));
  }

  /** {@link MlLensSettings.address}; undefined where it is not set. */
  optionalAddress(key: string): string | undefined {
    const value = this.optionalString(key);
    return value === undefined ? undefined : this.addressOf(key, value);
  }

  /**
   * A duration; undefined where it is not set.
   *
   * @throws InputError where it is not longer than nothing
   */
  optionalDuration(key: string): HumanDuration | undefined {
    if (!this.config.has(key)) {
      return undefined;
    }
    const duration = readDurationFromConfig(this.config, { key });
    if (!(durationToMilliseconds(duration) > 0)) {
      throw this.invalid('must be longer than nothing', key);
    }
    return duration;
  }

  /**
   * How often something is asked: `frequency`.
   *
   * @param options - `otherwise`: where it is not set; `atLeast`: what is too
   *   often for any system, and how it is said
   * @throws InputError where it is too often
   */
  frequency(options: {
    otherwise: HumanDuration;
    atLeast: HumanDuration;
  }): HumanDuration {
    const { otherwise, atLeast } = options;
    const frequency = this.optionalDuration('frequency') ?? otherwise;
    if (durationToMilliseconds(frequency) < durationToMilliseconds(atLeast)) {
      throw this.invalid(`must be ${wordsOf(atLeast)} or more`, 'frequency');
    }
    return frequency;
  }

  /**
   * How requests say who asks: headers for a bearer `token`, or for `username`
   * and `password`; none where neither is set.
   *
   * @throws InputError where both are
   */
  authorization(): Record<string, string> {
    const token = this.optionalString('token');
    const username = this.optionalString('username');
    if (token !== undefined && username !== undefined) {
      throw this.invalid('has a token and a username; give one of them');
    }
    if (token) {
      return { authorization: `Bearer ${token}` };
    }
    if (username === undefined) {
      return {};
    }
    const basic = Buffer.from(`${username}:${this.string('password')}`);
    return { authorization: `Basic ${basic.toString('base64')}` };
  }

  private addressOf(key: string, value: string): string {
    if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) {
      throw this.invalid(
        'must be an address that starts with http:// or https://',
        key,
      );
    }
    return value.replace(/\/+$/, '');
  }

  private keyOf(key: string): string {
    return `${this.key}.${key}`;
  }
}

/** `{ minutes: 1 }` as `1 minute`. */
function wordsOf(duration: HumanDuration): string {
  return Object.entries(duration)
    .map(([unit, n]) => `${n} ${n === 1 ? unit.replace(/s$/, '') : unit}`)
    .join(' ');
}
