// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import { RiExternalLinkLine } from '@remixicon/react';
import { useMlLensTranslation } from '../../translation';
import looks from './looks.module.css';

/** A link of a lens or a person; says that it leaves the page. */
export function ExternalLink(props: { url: string; text?: string }) {
  const { url, text } = props;
  const { t } = useMlLensTranslation();
  // Checked when lenses and answers are stored; checked again where it matters.
  if (!/^https?:\/\//i.test(url)) return <>{text ?? url}</>;
  return (
    <a
      className={looks.inline}
      href={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
    >
      {text ?? new URL(url).hostname}
      <RiExternalLinkLine
        size={14}
        role="img"
        aria-label={t('common.external')}
      />
    </a>
  );
}
