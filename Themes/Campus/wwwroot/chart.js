// Draws the charts of a page from their data blocks; their tables say the same without script.
(() => {
  'use strict';

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const stateColors = {
    pending: '#66717f', passed: '#1a7f45', failed: '#c62f2f', notRequired: '#aab4c0', mine: '#1f66c1', overdue: '#c2570c', sourceFault: '#a77900',
  };
  const palette = ['#1f66c1', '#d98a13', '#178a78', '#8a4fa8', '#c6483f', '#5b6b7c'];
  const scripts = new Map();
  const load = address => {
    if (!scripts.has(address)) {
      scripts.set(address, new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = address;
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      }));
    }
    return scripts.get(address);
  };

  function chartOption(chart) {
    const font = getComputedStyle(document.body).fontFamily;
    const text = { fontFamily: font, color: '#26313d', fontSize: 13 };
    const unit = chart.valueUnit;
    const isPie = chart.kind === 'pie';
    const isNarrow = innerWidth < 600;
    const isLong = chart.kind !== 'line' && chart.categories.some(name => name.length > 5);
    const option = {
      color: palette,
      textStyle: text,
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      animationDuration: 300,
      // Patterns tell the series apart where colours do not.
      aria: { enabled: true, label: { enabled: false }, decal: { show: chart.series.length > 1 || isPie } },
      tooltip: { renderMode: 'richText', trigger: isPie ? 'item' : 'axis', axisPointer: { type: 'shadow' }, confine: true, textStyle: text, valueFormatter: value => value === null || value === undefined ? '—' : `${value} ${unit}` },
      legend: { show: isPie || chart.series.length > 1, top: 0, left: 0, textStyle: text, icon: 'roundRect' },
    };
    if (isPie) {
      option.series = [{
        type: 'pie', radius: ['42%', '70%'], center: ['50%', '56%'], itemStyle: { borderColor: '#fff', borderWidth: 2 },
        label: { ...text, lineHeight: 18, formatter: `{b}\n{c} ${unit}（{d}%）` },
        data: chart.categories.map((name, index) => ({ name, value: chart.series[0].values[index] })),
      }];
      return option;
    }
    const names = { type: 'category', data: chart.categories, inverse: isLong, axisLabel: { ...text, interval: chart.kind === 'line' ? 'auto' : 0, width: isNarrow ? 84 : 120, overflow: isLong ? 'break' : 'truncate' }, axisTick: { show: false }, axisLine: { lineStyle: { color: '#9aa6b2' } } };
    const values = { type: 'value', name: unit, nameTextStyle: text, splitNumber: isNarrow ? 3 : 5, minInterval: chart.series.every(series => series.values.every(value => Number.isInteger(value ?? 0))) ? 1 : 0, axisLabel: { ...text, color: '#5a6673', hideOverlap: true }, splitLine: { lineStyle: { color: '#e5e9ee' } } };
    option.grid = { left: 8, right: 40, top: option.legend.show ? 56 : 32, bottom: 8, containLabel: true };
    [option.xAxis, option.yAxis] = isLong ? [{ ...values, name: '' }, names] : [names, values];
    const stacked = chart.kind === 'stackedBar';
    const longest = Math.max(...chart.categories.map((_, index) => chart.series.reduce((sum, series) => sum + (series.values[index] ?? 0), 0)));
    const fits = value => value && (!stacked || value > longest * .06);
    option.series = chart.series.map(series => ({
      name: series.name,
      type: chart.kind === 'line' ? 'line' : 'bar',
      stack: stacked ? 'all' : undefined,
      data: series.values,
      color: series.state ? stateColors[series.state] : undefined,
      barMaxWidth: 28,
      symbolSize: 8,
      label: { show: true, fontFamily: font, fontSize: 12, color: stacked ? '#fff' : '#26313d', textBorderColor: stacked ? '#26313d' : undefined, textBorderWidth: stacked ? 2 : 0, position: stacked ? 'inside' : isLong ? 'right' : 'top', formatter: item => fits(item.value) ? item.value : '' },
      labelLayout: { hideOverlap: true },
    }));
    return option;
  }

  async function startChart(element) {
    const chart = JSON.parse(document.getElementById(element.dataset.chart).textContent);
    const table = element.parentElement.querySelector('[data-chart-table]');
    element.dataset.started = 'true';
    try {
      await load(element.dataset.chartScript);
      const isTall = chart.kind !== 'line' && chart.kind !== 'pie' && chart.categories.some(name => name.length > 5);
      if (isTall) element.style.height = `${chart.categories.length * (chart.kind === 'bar' && chart.series.length > 1 ? 52 : 34) + 80}px`;
      const drawn = window.echarts.init(element, null, { renderer: 'canvas' });
      drawn.setOption(chartOption(chart));
      new ResizeObserver(() => drawn.resize()).observe(element);
    } catch {
      element.hidden = true;
      if (table) table.open = true;
    }
  }

  const startCharts = (root = document) => all('[data-chart]:not([data-started])', root).forEach(startChart);

  addEventListener('beforeprint', () => all('[data-chart-table]:not([open])').forEach(table => {
    table.open = true;
    table.dataset.printed = 'true';
  }));
  addEventListener('afterprint', () => all('[data-chart-table][data-printed]').forEach(table => {
    table.open = false;
    delete table.dataset.printed;
  }));

  document.addEventListener('htmx:afterSwap', event => startCharts(event.detail.target));
  startCharts();
})();
