const root = document.getElementById('workbench');
if (!root) throw new Error('workbench.html has no #workbench');
