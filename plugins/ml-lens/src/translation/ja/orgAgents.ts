// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import type { orgAgents as en } from '../en/orgAgents';

export const orgAgents: typeof en = {
  agents: {
    title: 'エージェント',
    note: '閲覧できるワークロードについて、このレンズでプログラムが提案した回答の結果です。',
    agent: 'エージェント',
    open: '判断待ち',
    accepted: '承認',
    changed: '変更',
    rejected: '却下',
    ended: '判断なしで終了',
    overruled: '変更または却下',
  },
};
