'use strict';
// Looks at the page it was put into, and writes what is wrong as text into an element.
window.addEventListener('load', () => {
  const wrong = [...window.faults];
  const complain = (what, where) => wrong.push(what + ': ' + (where.id || where.outerHTML.slice(0, 120)));
  const text = id => (document.getElementById(id) || {textContent: ''}).textContent.trim();

  if (document.documentElement.scrollWidth > window.innerWidth) {
    wrong.push('the page is ' + document.documentElement.scrollWidth + ' wide in a window of ' + window.innerWidth);
  }
  performance.getEntriesByType('resource').forEach(entry => wrong.push('a request for ' + entry.name));

  const pictures = Array.from(document.querySelectorAll('svg[role=img]'));
  pictures.forEach(picture => {
    if (!text(picture.getAttribute('aria-labelledby')) || text(picture.getAttribute('aria-describedby')).length < 20) {
      complain('no name or description', picture);
    }
    const box = picture.getBoundingClientRect();
    const marks = Array.from(picture.querySelectorAll('path, circle, rect:not(.paper)')).filter(mark => {
      const size = mark.getBBox();
      return size.width + size.height > 1;
    });
    if (box.width < 200 || box.height < 80 || marks.length < 2) {
      complain('not drawn, ' + marks.length + ' marks', picture);
    }
    const labels = Array.from(picture.querySelectorAll('text'), label => label.textContent);
    const units = labels.filter(label => /, (count|number|cycles|s|ms|µs|ns|J|mJ|µJ|nJ|pJ|%|mm²|.mm²)$|cycles since/.test(label));
    const map = labels.some(label => /layer1|writes$|J$|%$/.test(label));
    if (units.length < 1 && !map) {
      complain('no axis with a unit', picture);
    }
    picture.querySelectorAll('text').forEach(label => {
      const place = label.getBoundingClientRect();
      if (place.left < box.left - 1 || place.right > box.right + 1) {
        complain('label ' + label.textContent + ' is cut', picture);
      }
    });
  });

  document.querySelectorAll('button, summary, a, [role=region]').forEach(control => {
    if (!(control.getAttribute('aria-label') || control.textContent).trim() || control.tabIndex < 0) {
      complain('no name, or out of reach of the keyboard', control);
    }
  });
  document.querySelectorAll('table').forEach(table => {
    if (!table.caption || table.rows.length < 1 || !table.querySelector('th[scope]')) {
      complain('no caption, rows or headings', table);
    }
  });
  const ids = Array.from(document.querySelectorAll('[id]'), each => each.id);
  ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => wrong.push('twice: ' + id));

  const saved = [];
  window.Blob = class { constructor(parts) { this.content = parts.join(''); } };
  URL.createObjectURL = blob => { saved.push(blob.content); return '#'; };
  HTMLAnchorElement.prototype.click = () => {};
  const buttons = Array.from(document.querySelectorAll('button.csv'));
  buttons.forEach(button => button.click());
  if (saved.length !== buttons.length || saved.length < 3) {
    wrong.push(saved.length + ' files of ' + buttons.length + ' buttons');
  }
  const ink = () => getComputedStyle(document.body).backgroundColor;
  const before = ink();
  document.getElementById('theme').click();
  const other = ink();
  document.getElementById('theme').click();
  if (before === other || ink() !== before) {
    wrong.push('the theme does not change and come back: ' + before + ', ' + other + ', ' + ink());
  }

  const report = document.createElement('pre');
  report.id = 'report-of-the-check';
  report.textContent = JSON.stringify({
    wrong: wrong, pictures: pictures.length, heading: document.querySelector('h1').textContent, background: before,
    files: Object.fromEntries(buttons.map((button, i) => [button.dataset.file, saved[i]]))
  });
  document.body.append(report);
});
