// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

export { TimeAxis, ValueAxis } from './Axes';
export { ChartFrame } from './ChartFrame';
export { Cursor } from './Cursor';
export { ChartTooltip } from './ChartTooltip';
export { Legend, type LegendEntry } from './Legend';
export { PointSlider } from './PointSlider';
