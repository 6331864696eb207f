// Forms of records: fields follow the choices they hang on, rows come and go without a round trip. None of it is needed to do the work.
(() => {
  'use strict';

  const valueOf = (form, name) => [...form.elements].filter(field => field.name === name && !field.disabled && (!/radio|checkbox/.test(field.type) || field.checked))[0]?.value ?? '';

  function matches(form, when) {
    return when.split('|').some(hit => hit.split('&').every(part => {
      const at = part.indexOf('=');
      return valueOf(form, part.slice(0, at)) === part.slice(at + 1);
    }));
  }

  function follow(form) {
    for (const field of form.querySelectorAll('[data-show-when]:not([data-show-when=""])')) {
      const shows = matches(form, field.dataset.showWhen);
      field.hidden = !shows;
      field.querySelectorAll('input, select, textarea').forEach(input => { input.disabled = !shows; });
    }
  }

  function number(list) {
    [...list.children].forEach((row, index) => {
      const shown = row.querySelector('[data-record-number]');
      shown.textContent = index + 1;
      const remove = row.querySelector('[data-record-remove]');
      remove.setAttribute('aria-label', remove.getAttribute('aria-label').replace(/\d+(?=\D*$)/, index + 1));
    });
  }

  function addRow(rows) {
    const list = rows.querySelector('.record-row-list');
    const last = list.lastElementChild;
    if (!last) return false;
    const next = Math.max(...[...list.children].map(row => Number(row.dataset.recordRow))) + 1;
    const name = rows.dataset.recordRows;
    const row = last.cloneNode(true);
    const old = row.dataset.recordRow;
    row.dataset.recordRow = next;
    for (const element of row.querySelectorAll('*')) {
      for (const attribute of ['name', 'id', 'for', 'aria-describedby', 'value']) {
        const text = element.getAttribute(attribute);
        if (!text || (attribute === 'value' && !element.matches('[data-record-remove]'))) continue;
        element.setAttribute(attribute, text.replace(`${name}[${old}]`, `${name}[${next}]`).replace(`${name}_${old}_`, `${name}_${next}_`));
      }
      if (element.matches('.field-validation-error')) element.remove();
      element.classList.remove('input-validation-error');
      if (element.matches('input[type=radio], input[type=checkbox]')) element.checked = false;
      else if (element.matches('input, textarea')) element.value = '';
      else if (element.matches('select')) element.selectedIndex = 0;
    }
    list.append(row);
    number(list);
    row.querySelector('input, select, textarea')?.focus();
    return true;
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-record-add], [data-record-remove]');
    const rows = button?.closest('[data-record-rows]');
    if (!rows) return;
    if (button.matches('[data-record-add]')) {
      if (addRow(rows)) event.preventDefault();
      return;
    }
    const list = rows.querySelector('.record-row-list');
    if (list.children.length < 2) return;
    event.preventDefault();
    button.closest('[data-record-row]').remove();
    number(list);
    rows.querySelector('[data-record-add]').focus();
  });

  document.addEventListener('change', event => {
    if (event.target.form) follow(event.target.form);
  });
  document.querySelectorAll('form').forEach(follow);
})();
