'use strict';
(() => {
  const table = document.getElementById('points');
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const names = Array.from(table.tHead.rows[0].cells, cell => cell.textContent.trim());
  const filter = document.getElementById('filter');
  const shown = document.getElementById('shown');
  const compare = {
    '<': (a, b) => a < b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '>=': (a, b) => a >= b,
    '=': (a, b) => a === b, '!=': (a, b) => a !== b
  };

  function value(row, column) {
    const cell = row.cells[column];
    const text = cell.dataset.value === undefined ? cell.textContent.trim() : cell.dataset.value;
    const number = Number(text);
    return text === '' ? null : Number.isNaN(number) ? text : number;
  }

  function order(a, b) {
    if (a === null || b === null) {
      return (a === null) - (b === null);
    }
    return typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === 'number' ? -1 : 1;
  }

  function sort(heading) {
    const column = heading.cellIndex;
    const down = heading.getAttribute('aria-sort') === 'ascending';
    for (const cell of table.tHead.rows[0].cells) {
      cell.setAttribute('aria-sort', 'none');
    }
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    rows.sort((one, other) => {
      const a = value(one, column);
      const b = value(other, column);
      return a === null || b === null ? order(a, b) : down ? order(b, a) : order(a, b);
    });
    body.append(...rows);
  }

  function term(text) {
    const found = /^([^<>=!]+)(<=|>=|!=|<|>|=)(.+)$/.exec(text);
    if (!found) {
      return row => row.textContent.includes(text);
    }
    const column = names.indexOf(found[1]);
    const wanted = Number.isNaN(Number(found[3])) ? found[3] : Number(found[3]);
    return column < 0 ? null : row => {
      const has = value(row, column);
      return has !== null && compare[found[2]](has, wanted);
    };
  }

  function select() {
    const terms = filter.value.split(/\s+/).filter(text => text).map(term);
    const wrong = terms.includes(null);
    filter.setAttribute('aria-invalid', String(wrong));
    let count = 0;
    for (const row of rows) {
      row.hidden = !wrong && !terms.every(each => each(row));
      count += row.hidden ? 0 : 1;
    }
    shown.textContent = wrong ? 'no such column' : filter.value.trim() ? count + ' of ' + rows.length : '';
  }

  table.tHead.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button) {
      sort(button.closest('th'));
    }
  });
  filter.addEventListener('input', select);
})();
