// Everything here makes pages quicker to use; none of it is needed to do the work.
(() => {
  'use strict';

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const csrf = () => document.querySelector('input[name=__RequestVerificationToken]')?.value;

  function notify(text) {
    const messages = document.getElementById('messages');
    if (!messages) return;
    const alert = document.createElement('div');
    alert.className = 'alert alert-warning';
    alert.setAttribute('role', 'alert');
    alert.textContent = text;
    messages.replaceChildren(alert);
    alert.scrollIntoView({ block: 'nearest' });
  }

  function focusFirst(root = document) {
    const target = root.querySelector('[data-first-focus]');
    if (!target) return;
    target.focus({ preventScroll: target.tagName === 'INPUT' });
    if (target.select && target.value) target.select();
  }

  // Selection of table rows.
  function updateSelection(form) {
    const boxes = all('tbody input[type=checkbox]', form);
    const count = boxes.filter(box => box.checked).length;
    const page = form.querySelector('[data-select-page]');
    if (page) {
      page.checked = count > 0 && count === boxes.length;
      page.indeterminate = count > 0 && count < boxes.length;
    }
    all('[data-selection-count]', form).forEach(element => { element.textContent = count; });
    all('.selection-bar', form).forEach(bar => { bar.classList.toggle('is-empty', count === 0); });
    form.dataset.selected = count;
    boxes.forEach(box => box.closest('tr')?.classList.toggle('is-selected', box.checked));
  }

  function startSelections(root = document) {
    const forms = all('[data-selection]', root);
    if (root.matches?.('[data-selection]')) forms.push(root);
    forms.forEach(form => {
      form.classList.add('has-script');
      updateSelection(form);
    });
  }

  document.addEventListener('change', event => {
    const form = event.target.closest('[data-selection]');
    if (!form || event.target.type !== 'checkbox') return;
    if (event.target.matches('[data-select-page]'))
      all('tbody input[type=checkbox]', form).forEach(box => { box.checked = event.target.checked; });
    updateSelection(form);
  });

  document.addEventListener('click', event => {
    const clear = event.target.closest('[data-selection-clear]');
    if (clear) {
      const form = clear.closest('[data-selection]');
      all('input[type=checkbox]', form).forEach(box => { box.checked = false; });
      updateSelection(form);
      form.querySelector('[data-select-page]')?.focus();
      return;
    }

    // A click anywhere on a row opens its detail.
    const row = event.target.closest('tr[data-row], [data-rows] tbody tr');
    const link = row?.querySelector('a[data-row-link]');
    const isControl = event.target.closest('a, button, input, label, select, textarea, summary');
    if (link && !isControl && !getSelection().toString()) {
      if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener');
      else link.click();
    }
  });

  // Menus close when one looks elsewhere.
  document.addEventListener('click', event => {
    all('details[data-menu][open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = document.querySelector('details[data-menu][open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
    const fold = document.getElementById('nav-fold');
    if (fold?.checked) {
      fold.checked = false;
      fold.focus();
    }
  });

  // Questions before a step that is hard to undo. Without script the server asks on a page of its own.
  function ask(text, yes, isDanger) {
    const dialog = document.createElement('dialog');
    dialog.className = 'confirm';
    const form = document.createElement('form');
    form.method = 'dialog';
    const words = document.createElement('p');
    words.id = 'confirm-text';
    words.textContent = text;
    dialog.setAttribute('aria-labelledby', words.id);
    const actions = document.createElement('div');
    actions.className = 'confirm-actions';
    for (const [label, value, style] of [['取消', '', 'btn'], [yes, 'yes', isDanger ? 'btn btn-danger' : 'btn btn-primary']]) {
      const button = document.createElement('button');
      button.className = style;
      button.value = value;
      button.textContent = label;
      actions.append(button);
    }
    form.append(words, actions);
    dialog.append(form);
    document.body.append(dialog);
    dialog.showModal();
    (isDanger ? actions.firstChild : actions.lastChild).focus();
    return new Promise(resolve => dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    }));
  }

  const confirmed = new WeakSet();
  document.addEventListener('submit', async event => {
    const form = event.target;
    const button = event.submitter;
    const asks = button?.dataset.confirm !== undefined ? button : form.dataset.confirm !== undefined ? form : null;
    if (!asks || confirmed.has(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const selected = form.dataset.selected ?? '';
    const text = asks.dataset.confirm.replaceAll('{n}', selected);
    const yes = (asks.dataset.confirmYes ?? button?.textContent.trim() ?? '继续').replaceAll('{n}', selected);
    if (!await ask(text, yes, asks.dataset.confirmDanger !== undefined)) {
      button?.focus();
      return;
    }
    confirmed.add(form);
    const answer = document.createElement('input');
    answer.type = 'hidden';
    answer.name = 'confirmed';
    answer.value = 'true';
    form.append(answer);
    form.requestSubmit(button ?? undefined);
    answer.remove();
    confirmed.delete(form);
  }, true);

  // A double click submits once. Downloads leave the page where it is, so buttons come back after a while.
  const enable = () => all('button[data-submitted]').forEach(button => {
    delete button.dataset.submitted;
    button.removeAttribute('aria-busy');
    button.disabled = false;
  });
  document.addEventListener('submit', event => {
    const { target: form, submitter: button } = event;
    if (event.defaultPrevented || form.method !== 'post' || form.matches('[hx-post]')) return;
    if (form.dataset.submitting) {
      event.preventDefault();
      return;
    }
    form.dataset.submitting = 'true';
    setTimeout(() => {
      if (button) {
        button.dataset.submitted = 'true';
        button.setAttribute('aria-busy', 'true');
        button.disabled = true;
      }
    });
    setTimeout(() => {
      delete form.dataset.submitting;
      enable();
    }, 8000);
  });
  addEventListener('pageshow', () => {
    all('form[data-submitting]').forEach(form => { delete form.dataset.submitting; });
    enable();
    all('[data-selection]').forEach(updateSelection);
  });

  // Addresses of filtered lists stay short enough to send.
  document.addEventListener('formdata', event => {
    if (event.target.method !== 'get') return;
    for (const [name, value] of [...event.formData]) {
      if (value === '') event.formData.delete(name);
    }
  });

  function foldFilters() {
    if (!matchMedia('(max-width: 767px)').matches) return;
    all('details.filters:not([data-keep-open])').forEach(filters => { filters.open = false; });
  }

  // Charts.
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
    const values = { type: 'value', name: unit, nameTextStyle: text, splitNumber: isNarrow ? 3 : 5, axisLabel: { ...text, color: '#5a6673', hideOverlap: true }, splitLine: { lineStyle: { color: '#e5e9ee' } } };
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

  // htmx: the antiforgery token, an expired session, a lost connection.
  document.addEventListener('htmx:configRequest', event => {
    if (event.detail.verb !== 'get' && csrf()) event.detail.headers.RequestVerificationToken = csrf();
  });
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.serverResponse?.includes('data-layout="bare"')) {
      event.detail.shouldSwap = false;
      location.reload();
    }
  });
  document.addEventListener('htmx:responseError', () => notify('这一部分没有更新，刷新页面可重试。'));
  document.addEventListener('htmx:sendError', event => {
    if (!event.detail.elt.hasAttribute('data-quiet')) notify('连不上门户，请检查网络后重试。');
  });
  document.addEventListener('htmx:afterSwap', event => {
    startSelections(event.detail.target);
    startCharts(event.detail.target);
    const fresh = document.getElementById(event.detail.target.id) ?? event.detail.target;
    focusFirst(fresh);
  });

  foldFilters();
  startSelections();
  startCharts();
  focusFirst();
})();
