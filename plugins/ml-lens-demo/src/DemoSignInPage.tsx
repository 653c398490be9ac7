// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { ProxiedSignInPage } from '@backstage/core-components';
import {
  type SignInPageProps,
  configApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { Alert } from '@backstage/ui';
import { useCallback, useEffect, useState } from 'react';
import {
  forgetChoice,
  rememberChoice,
  rememberedChoice,
  withForgettingSignOut,
} from './choice';
import styles from './DemoSignInPage.module.css';

interface Person {
  name: string;
  displayName: string;
  title?: string;
  description?: string;
}

function usePeople(): Person[] {
  const config = useApi(configApiRef).getOptionalConfig('mlLens.demo.users');
  return (config?.keys() ?? []).map(name => ({
    name,
    displayName: config!.getOptionalString(`${name}.displayName`) ?? name,
    title: config!.getOptionalString(`${name}.title`),
    description: config!.getOptionalString(`${name}.description`),
  }));
}

function initialsOf(displayName: string) {
  return displayName
    .split(/\s+/)
    .map(word => word[0])
    .slice(0, 2)
    .join('');
}

/** Choose who to be: what permissions do is best seen by changing places. */
export function DemoSignInPage(props: SignInPageProps) {
  const { onSignInSuccess } = props;
  const people = usePeople();
  const [chosen, setChosen] = useState(rememberedChoice);
  const [error, setError] = useState<Error>();
  const isKnown = people.some(({ name }) => name === chosen);

  const choose = (name: string) => {
    rememberChoice(name);
    setError(undefined);
    setChosen(name);
  };
  // Made once: another component type per render would remount the page. It
  // hands a failed sign-in back to the choice, where another try can be made.
  const [SignInError] = useState(
    () =>
      function FailedSignIn({ error: failure }: { error?: Error }) {
        useEffect(() => {
          if (!failure) return;
          forgetChoice();
          setChosen(undefined);
          setError(failure);
        }, [failure]);
        return null;
      },
  );
  const onSuccess = useCallback<SignInPageProps['onSignInSuccess']>(
    identityApi => onSignInSuccess(withForgettingSignOut(identityApi)),
    [onSignInSuccess],
  );

  if (chosen && isKnown) {
    return (
      <ProxiedSignInPage
        provider="demo"
        headers={{ 'x-demo-user': chosen }}
        onSignInSuccess={onSuccess}
        ErrorComponent={SignInError}
      />
    );
  }
  return (
    <main className={styles.page}>
      <div className={styles.intro}>
        <h1>ML Lens</h1>
        <p>
          A demo organisation with a year of reviews. Choose who to be: each
          person sees and may do different things. You can change places at any
          time by signing out in the settings.
        </p>
      </div>
      {error && (
        <div className={styles.error}>
          <Alert
            status="danger"
            icon
            title="Signing in did not work"
            description={`${error.message}. If the portal has only just started, wait a few seconds and try again.`}
          />
        </div>
      )}
      {people.length === 0 && (
        <Alert
          status="warning"
          icon
          title="Nobody to be"
          description="Add people to mlLens.demo.users in the configuration."
        />
      )}
      <ul className={styles.people}>
        {people.map(person => (
          <li key={person.name}>
            <button
              type="button"
              className={styles.person}
              onClick={() => choose(person.name)}
            >
              <span className={styles.initials} aria-hidden>
                {initialsOf(person.displayName)}
              </span>
              <span className={styles.name}>{person.displayName}</span>
              <span className={styles.title}>{person.title}</span>
              <span className={styles.description}>{person.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
