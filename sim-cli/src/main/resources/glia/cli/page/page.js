'use strict';
(() => {
  const root = document.documentElement;
  const night = window.matchMedia('(prefers-color-scheme: dark)');
  const button = document.getElementById('theme');

  root.classList.add('script');

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === 'dark' : night.matches;
  }

  function name() {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', 'Show the page ' + (isDark() ? 'light' : 'dark'));
  }

  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    name();
  });
  night.addEventListener('change', name);
  name();

  function field(text) {
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv(table) {
    return Array.from(table.rows, row => Array.from(row.cells, cell => field(cell.textContent)).join(',') + '\n').join('');
  }

  function save(text, file) {
    const link = document.createElement('a');
    const url = URL.createObjectURL(new Blob([text], {type: 'text/csv'}));
    link.href = url;
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  document.addEventListener('click', event => {
    const asked = event.target.closest('button.csv');
    if (asked) {
      save(csv(document.getElementById(asked.dataset.table)), asked.dataset.file);
    }
  });
})();
