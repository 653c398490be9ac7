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
 * What is wrong with a line of a history file.
 * @public
 */
export interface HistoryProblem {
  /** Line of the file, or document of an AWS file, from 1. */
  line: number;
  code: string;
  message: string;
}
