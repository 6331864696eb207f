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
    const place = root.querySelector('[data-first-focus]');
    const target = place?.tagName === 'DIV' && !place.hasAttribute('tabindex') ? all('input, select, textarea', place).find(input => input.offsetParent) : place;
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

    if (event.target.closest('[data-print]')) {
      print();
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
    form.prepend(answer);
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

  // What was typed when the session had ended comes back after the sign-in: to the same person and page, never passwords, files or identity numbers.
  const typedKey = 'portal.typed';
  const secret = '[type=hidden], [type=password], [type=file], [data-private], [name*=idcard i], [name*=idno i], [name*=passport i], button, fieldset';
  function place(address) {
    const url = new URL(address, location.href);
    url.searchParams.delete('handler');
    return url.pathname + url.search;
  }
  const target = form => place(form.getAttribute('action') ?? location.href);
  const identify = form => target(form) + all('input[type=hidden]', form)
    .filter(field => !/version|token|confirmed/i.test(field.name)).map(field => `&${field.name}=${field.value}`).join('');
  const typed = form => [...form.elements].filter(field => field.name && !field.matches(secret));
  const canTick = field => field.type === 'checkbox' || field.type === 'radio';

  document.addEventListener('submit', ({ target: form, submitter, defaultPrevented }) => {
    const { person } = document.body.dataset;
    if (defaultPrevented || form.method !== 'post' || !person || typed(form).length === 0) return;
    const values = typed(form).map(field => ({ name: field.name, value: field.value, ticked: canTick(field) ? field.checked : null }));
    const to = submitter?.hasAttribute('formaction') ? place(submitter.getAttribute('formaction')) : target(form);
    try {
      sessionStorage.setItem(typedKey, JSON.stringify({ person, to, page: place(location.href), form: identify(form), values }));
    } catch {
      // The storage is full or switched off.
    }
  });

  function fillIn(form, values) {
    for (const { name, value, ticked } of values) {
      const field = typed(form).find(one => one.name === name && (ticked === null || one.value === value));
      if (!field) continue;
      if (ticked === null) field.value = value;
      else field.checked = ticked;
      const fold = value && field.closest('details');
      if (fold) fold.open = true;
    }
  }

  function giveBackTyped() {
    const kept = JSON.parse(sessionStorage.getItem(typedKey) ?? 'null');
    if (!kept) return;
    const returns = document.body.dataset.person ? [] : all('input[name=ReturnUrl]');
    if (returns.length > 0 && [kept.to, kept.page].includes(place(returns[0].value))) {
      returns.forEach(field => { field.value = kept.page; });
      sessionStorage.setItem(typedKey, JSON.stringify({ ...kept, signedIn: true }));
      return;
    }
    sessionStorage.removeItem(typedKey);
    if (!kept.signedIn || kept.person !== document.body.dataset.person || kept.page !== place(location.href)) return;
    const form = all('form').find(one => one.method === 'post' && identify(one) === kept.form);
    if (form) fillIn(form, kept.values);
    const words = kept.values.filter(({ ticked, value }) => ticked === null && value).map(({ value }) => value).join('；');
    notify(`登录已过期，刚才的内容没有提交。${form ? '已为您填回，请核对后再提交。' : words && `您填写的是：${words}`}`);
  }

  // A whole identity number belongs into no address.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'get' || ![...form.elements].some(field => /^\s*\d{17}[\dXx]\s*$/.test(field.value))) return;
    event.preventDefault();
    notify('身份证号不能作为查询条件留在地址里。请改用学号或姓名；窗口办理可在“现场办理”刷身份证。');
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
    const fresh = document.getElementById(event.detail.target.id) ?? event.detail.target;
    focusFirst(fresh);
  });

  foldFilters();
  giveBackTyped();
  startSelections();
  focusFirst();
})();
