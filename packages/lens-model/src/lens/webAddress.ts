/*
 * Copyright 2026 The ML Lens Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * The address of a resource, if it leads to the web: absent, empty and other
 * than http(s) addresses give undefined. Use this wherever a link is shown.
 * @public
 */
export function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)
    ? url
    : undefined;
}
