// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { IdentityApi } from '@backstage/core-plugin-api';

/** Where the chosen person is remembered, so that a reload stays signed in. */
const STORAGE_KEY = 'ml-lens-demo-user';

export function rememberedChoice(): string | undefined {
  return window.localStorage.getItem(STORAGE_KEY) ?? undefined;
}

export function rememberChoice(name: string) {
  window.localStorage.setItem(STORAGE_KEY, name);
}

export function forgetChoice() {
  window.localStorage.removeItem(STORAGE_KEY);
}

/** The identity, with a sign-out that leads back to the choice. */
export function withForgettingSignOut(identityApi: IdentityApi): IdentityApi {
  return new Proxy(identityApi, {
    get(target, property) {
      if (property === 'signOut') {
        return async () => {
          forgetChoice();
          await target.signOut();
        };
      }
      const value = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
